package io.guestflow.onboarding;

import io.guestflow.guest.Removals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Forgets everything personal about a removed guest. */
@Component("PurgeGuest")
class PurgeGuest implements JavaDelegate {

    private final Removals removals;

    PurgeGuest(Removals removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        removals.purge(Journey.guest(execution), execution.getProcessInstanceId());
    }
}
