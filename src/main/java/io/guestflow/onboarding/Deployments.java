package io.guestflow.onboarding;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Which deployments this program can work with: all but those of a newer release, whose boxes it may not have. */
@Component
class Deployments {

    private final RepositoryService repository;
    private final Release own;

    Deployments(RepositoryService repository, BuildProperties build) {
        this.repository = repository;
        this.own = Release.of(build.getVersion());
    }

    Release own() {
        return own;
    }

    boolean areOfANewerRelease() {
        return repository.createDeploymentQuery().list().stream().anyMatch(this::isNewer);
    }

    List<String> usable() {
        return repository.createDeploymentQuery().list().stream().filter(deployment -> !isNewer(deployment)).map(Deployment::getId).toList();
    }

    private boolean isNewer(Deployment deployment) {
        return Release.thatDeployed(deployment).filter(release -> release.isNewerThan(own)).isPresent();
    }
}
