package io.guestflow.onboarding;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms under names of our own, the same however the program is started, and only when one of them has
 * changed; then all of them together, because models name their forms by deployment. During an upgrade nodes of the release before start
 * again, too: they leave the newer models where they are. The engine lets one node at a time deploy.
 */
@Component
class ModelDeployment implements InitializingBean {

    private static final String[] PATTERNS = {"classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*"};

    private final RepositoryService repository;
    private final Deployments deployments;
    private final ResourcePatternResolver resources;

    ModelDeployment(RepositoryService repository, Deployments deployments, ResourcePatternResolver resources) {
        this.repository = repository;
        this.deployments = deployments;
        this.resources = resources;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (!deployments.areOfANewerRelease()) {
            deploy();
        }
    }

    private void deploy() throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name("Guestflow").source(deployments.own().asSource())
                .enableDuplicateFiltering(false);
        for (String pattern : PATTERNS) {
            String folder = pattern.contains("forms") ? "forms/" : "bpmn/";
            for (Resource resource : resources.getResources(pattern)) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(folder + resource.getFilename(), content);
                }
            }
        }
        deployment.deploy();
    }
}
