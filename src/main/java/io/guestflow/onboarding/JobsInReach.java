package io.guestflow.onboarding;

import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets this node run the jobs of earlier releases' models, whose own nodes may be gone, and of what somebody has deployed through another
 * node. The engine by itself runs only the jobs of what was deployed here. A node that ends takes up no more: a job that it has acquired and
 * not begun would wait until its lock is over.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsInReach {

    private final ManagementService management;
    private final Deployments deployments;

    JobsInReach(ManagementService management, Deployments deployments) {
        this.management = management;
        this.deployments = deployments;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void register() {
        var known = management.getRegisteredDeployments();
        deployments.usable().stream().filter(deployment -> !known.contains(deployment)).forEach(management::registerDeploymentForJobExecutor);
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void letGo() {
        Set.copyOf(management.getRegisteredDeployments()).forEach(management::unregisterDeploymentForJobExecutor);
    }
}
