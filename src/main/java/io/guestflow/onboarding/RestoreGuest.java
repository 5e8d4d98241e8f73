package io.guestflow.onboarding;

import io.guestflow.guest.Restorations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings a removed guest back. */
@Component("RestoreGuest")
class RestoreGuest implements JavaDelegate {

    private final Restorations restorations;

    RestoreGuest(Restorations restorations) {
        this.restorations = restorations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        restorations.restore(Journey.guest(execution), execution.getProcessInstanceId());
    }
}
