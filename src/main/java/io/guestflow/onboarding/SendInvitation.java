package io.guestflow.onboarding;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.MailAddressRejected;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the newest invitation letter; a refused address becomes a task, every other failure is tried again. */
@Component("SendInvitation")
class SendInvitation implements JavaDelegate {

    private final GuestLetters letters;

    SendInvitation(GuestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GuestId guest = Journey.guest(execution);
        try {
            letters.sendInvitation(guest, execution.getProcessInstanceId());
            if (GuestOnboarding.Elements.SEND_INVITATION_AGAIN.equals(execution.getCurrentActivityId())) {
                letters.countRemindersAnew(guest);
            }
        } catch (MailAddressRejected rejected) {
            letters.rememberRejectedAddress(guest);
            throw new BpmnError(GuestOnboarding.Errors.MAIL_ADDRESS_REJECTED);
        }
    }
}
