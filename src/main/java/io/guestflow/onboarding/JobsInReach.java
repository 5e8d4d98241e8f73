package io.guestflow.onboarding;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
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

    private final SpringProcessEngineConfiguration engine;
    private final Deployments deployments;
    private final AtomicBoolean ending = new AtomicBoolean();

    JobsInReach(ProcessEngine engine, Deployments deployments) {
        this.engine = (SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration();
        this.deployments = deployments;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void register() {
        add(deployments.usable());
    }

    private synchronized void add(Collection<String> usable) {
        var known = new TreeSet<>(engine.getRegisteredDeployments());
        if (known.addAll(usable) && !ending.get()) {
            takeUpJobsOf(known);
        }
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    synchronized void letGo() {
        ending.set(true);
        takeUpJobsOf(Set.of());
    }

    /** Exchanges the set: a search for jobs reads the one it began with several times, and its statement is none if that changes meanwhile. */
    private void takeUpJobsOf(Set<String> registered) {
        engine.setRegisteredDeployments(new CopyOnWriteArraySet<>(registered));
    }
}
