package io.guestflow.onboarding;

import io.guestflow.guest.AddressCorrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes over the address that was entered in the task before; older links die. */
@Component("CorrectAddress")
class CorrectAddress implements JavaDelegate {

    private final AddressCorrections corrections;

    CorrectAddress(AddressCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String corrected = Journey.input(execution, GuestOnboarding.Variables.NEW_ADDRESS);
        corrections.takeOver(Journey.guest(execution), corrected, execution.getProcessInstanceId());
    }
}
