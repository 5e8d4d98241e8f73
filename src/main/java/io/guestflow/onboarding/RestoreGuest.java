package io.guestflow.onboarding;

import io.guestflow.guest.Removals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings a removed guest back. */
@Component("RestoreGuest")
class RestoreGuest implements JavaDelegate {

    private final Removals removals;

    RestoreGuest(Removals removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        removals.restore(Journey.guest(execution), execution.getProcessInstanceId());
    }
}
