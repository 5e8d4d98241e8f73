package io.guestflow.onboarding;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.MailAddressRejected;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the reminder that is due; a refused address becomes a task, every other failure is tried again. */
@Component("SendReminder")
class SendReminder implements JavaDelegate {

    private final GuestLetters letters;

    SendReminder(GuestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GuestId guest = Journey.guest(execution);
        try {
            letters.sendReminder(guest, execution.getProcessInstanceId());
        } catch (MailAddressRejected rejected) {
            letters.rememberRejectedAddress(guest);
            throw new BpmnError(GuestOnboarding.Errors.MAIL_ADDRESS_REJECTED);
        }
    }
}
