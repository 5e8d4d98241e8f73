package io.guestflow.benchmark;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.stringValue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The life cycle as the engine sees it: started, a job, a task to complete; with letters, an instance of {@code letter-delivery} in between. */
final class BareLives {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final LifeCycles lives = new LifeCycles(this::start);
    /** Tasks of guests whose code is on its way, by the code's key. */
    private final ConcurrentMap<String, String> waitingForCode = new ConcurrentHashMap<>();
    private boolean withLetters;

    BareLives(ProcessEngine engine, BareSignals signals) throws IOException {
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        signals.tell(this::reached);
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Resource model : new PathMatchingResourcePatternResolver().getResources(BareBoxes.MODELS)) {
            try (InputStream content = model.getInputStream()) {
                deployment.addInputStream(model.getFilename(), content);
            }
        }
        deployment.deploy();
    }

    double perSecond(boolean letters, int clients, Duration time) throws Exception {
        withLetters = letters;
        return lives.perSecond(clients, time);
    }

    private void start() {
        runtime.startProcessInstanceByKey("guest-onboarding", UUID.randomUUID().toString(),
                createVariables().putValueTyped("invitation", stringValue("{}", true)));
    }

    private void reached(String key, String task) {
        if (task == null) {
            String reviewed = waitingForCode.remove(key);
            lives.goOn(() -> complete(reviewed));
        } else if (withLetters) {
            lives.goOn(() -> mailCode(task));
        } else {
            lives.goOn(() -> complete(task));
        }
    }

    private void mailCode(String task) {
        String key = UUID.randomUUID() + "/PASSCODE/1";
        waitingForCode.put(key, task);
        runtime.startProcessInstanceByKey("letter-delivery", key);
    }

    private void complete(String task) {
        tasks.complete(task, createVariables().putValueTyped("accepted", booleanValue(true, true)));
        lives.ended();
    }
}
