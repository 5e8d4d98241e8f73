package io.guestflow.onboarding;

import io.guestflow.guest.Invitations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes over the address that was entered in the task before; older links die. */
@Component("CorrectAddress")
class CorrectAddress implements JavaDelegate {

    private final Invitations invitations;

    CorrectAddress(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String corrected = Journey.input(execution, GuestOnboarding.Variables.NEW_ADDRESS);
        invitations.correctAddress(Journey.guest(execution), corrected, execution.getProcessInstanceId());
    }
}
