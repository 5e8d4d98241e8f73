package io.guestflow.onboarding;

import io.guestflow.guest.Removals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drops what a removed guest's onboarding had not sent yet. */
@Component("RevokeInvitation")
class RevokeInvitation implements JavaDelegate {

    private final Removals removals;

    RevokeInvitation(Removals removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        removals.revokeInvitation(Journey.guest(execution));
    }
}
