package io.guestflow.onboarding;

import io.guestflow.guest.Resends;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the letter of a pending guest once more, unless one has just left. */
@Component("RepeatInvitation")
class RepeatInvitation implements JavaDelegate {

    private final Resends resends;

    RepeatInvitation(Resends resends) {
        this.resends = resends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        resends.repeat(Journey.guest(execution));
    }
}
