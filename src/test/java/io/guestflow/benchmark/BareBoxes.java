package io.guestflow.benchmark;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;
import static org.camunda.bpm.engine.variable.Variables.createVariables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;

/** Gives every box of the models a bean of its name that does nothing; those at which a client goes on tell it. */
final class BareBoxes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String MODELS = "classpath:bpmn/*.bpmn";

    private static final Pattern BOX = Pattern.compile("<bpmn:serviceTask[^>]* camunda:delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final JavaDelegate NOTHING = execution -> { };

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        var signals = new BareSignals();
        beans.registerSingleton("signals", signals);
        beans.registerSingleton("deadlines", new BareDeadlines());
        beans.registerSingleton("CreateGuest", (JavaDelegate) execution -> execution.setVariables(
                createVariables().putValueTyped("alreadyInvited", booleanValue(false, true)).putValueTyped("letterWanted", booleanValue(true, true))));
        beans.registerSingleton("SendLetter", (JavaDelegate) execution -> signals.afterCommit(execution.getProcessBusinessKey(), null));
        beans.registerSingleton("GivenAnswer", (TaskListener) task -> signals.afterCommit(task.getExecution().getProcessBusinessKey(), task.getId()));
        models(context).flatMap(model -> BOX.matcher(model).results().map(box -> box.group(1))).distinct()
                .filter(box -> !beans.containsSingleton(box)).forEach(box -> beans.registerSingleton(box, NOTHING));
    }

    private static Stream<String> models(ConfigurableApplicationContext context) {
        try {
            return Arrays.stream(context.getResources(MODELS)).map(BareBoxes::text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource model) {
        try {
            return model.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
