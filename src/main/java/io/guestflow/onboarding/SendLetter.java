package io.guestflow.onboarding;

import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.MailAddressRejected;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the letter that the business key names: a passcode, or news for an inviter. */
@Component("SendLetter")
class SendLetter implements JavaDelegate {

    private final GuestLetters letters;

    SendLetter(GuestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LetterKey key = LetterKey.of(execution.getProcessBusinessKey());
        try {
            letters.deliver(key, execution.getProcessInstanceId());
        } catch (MailAddressRejected rejected) {
            throw new BpmnError(GuestOnboarding.Errors.MAIL_ADDRESS_REJECTED);
        }
    }
}
