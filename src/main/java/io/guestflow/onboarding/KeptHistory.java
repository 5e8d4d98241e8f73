package io.guestflow.onboarding;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.stereotype.Component;

/**
 * The engine's level {@code activity} without the elements that tell nothing of their own: where an instance began stands in its own
 * row, as does that its guest was entered, which happens in the same moment or not at all; and which way a gateway chose is told by
 * what came next. The engine knows no other way to leave them out.
 */
@Component
class KeptHistory extends HistoryLevelActivity implements ProcessEnginePlugin {

    private static final String ELEMENTS = HistoryEventTypes.ACTIVITY_INSTANCE_START.getEntityType();
    private static final List<String> TELLING_NOTHING = List.of("StartEvent_", "Gateway_", CreateGuest.class.getSimpleName());

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return super.isHistoryEventProduced(type, entity) && !(ELEMENTS.equals(type.getEntityType()) && entity instanceof DelegateExecution execution
                && isPassage(execution));
    }

    private static boolean isPassage(DelegateExecution execution) {
        String element = execution.getCurrentActivityId();
        return element != null && TELLING_NOTHING.stream().anyMatch(element::startsWith);
    }

    /** It bears the name of the level that it replaces; of two with one name the engine takes the custom one. */
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(this));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // the level has to be known before
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // as above
    }
}
