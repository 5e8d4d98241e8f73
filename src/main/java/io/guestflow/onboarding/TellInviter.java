package io.guestflow.onboarding;

import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.LetterPurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Queues a letter to the inviter; the id's suffix names the news. */
@Component("TellInviter")
class TellInviter implements JavaDelegate {

    private final GuestLetters letters;

    TellInviter(GuestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var news = LetterPurpose.valueOf("INVITER_" + Journey.variant(execution));
        letters.tellInviter(Journey.guest(execution), news, execution.getProcessInstanceId());
    }
}
