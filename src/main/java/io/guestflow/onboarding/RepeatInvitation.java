package io.guestflow.onboarding;

import io.guestflow.guest.Invitations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the letter of a pending guest once more, unless one has just left. */
@Component("RepeatInvitation")
class RepeatInvitation implements JavaDelegate {

    private final Invitations invitations;

    RepeatInvitation(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.repeat(Journey.guest(execution));
    }
}
