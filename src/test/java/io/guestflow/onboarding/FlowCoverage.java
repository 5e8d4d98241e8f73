package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers which sequence flows were taken; the nodes that were passed are in the engine's history. */
class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                ExecutionListener listener = execution -> taken.add(execution.getCurrentTransitionId());
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, listener);
            }
        });
    }

    /** @throws AssertionError naming every node and every flow of the model that nobody has passed */
    void assertComplete(Model model, ProcessEngine engine) {
        assertPassed(model, model.nodes(), model.flows(), engine);
    }

    /** @throws AssertionError naming every node of the story, and every flow that leads on from it, that nobody has passed */
    void assertComplete(OnboardingStory story, ProcessEngine engine) {
        assertPassed(Model.GUEST_ONBOARDING, story.nodes(), story.flows(), engine);
    }

    private void assertPassed(Model model, Set<String> nodes, Set<String> flows, ProcessEngine engine) {
        Set<String> passed = engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(model.file()))
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        assertThat(passed).as("nodes of " + model.file()).containsAll(nodes);
        assertThat(taken).as("flows of " + model.file()).containsAll(flows);
    }
}
