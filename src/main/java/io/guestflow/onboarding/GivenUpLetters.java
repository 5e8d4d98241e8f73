package io.guestflow.onboarding;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Keeps the dispatch log in step with the incidents of letters. */
@Component
class GivenUpLetters {

    private static final Set<String> REMINDERS = Set.of(GuestOnboarding.Elements.SEND_REMINDER, GuestOnboarding.Elements.REMINDER_DUE);

    private final RuntimeService runtime;
    private final Letters letters;

    GivenUpLetters(RuntimeService runtime, Letters letters) {
        this.runtime = runtime;
        this.letters = letters;
    }

    /** Notes that the letter has no try left. */
    void giveUp(Incident incident) {
        keys(incident).forEach(letters::giveUp);
    }

    /** Notes that the letter is tried again, or is needed no more. */
    void goOn(Incident incident) {
        keys(incident).forEach(letters::goOn);
    }

    private List<LetterKey> keys(Incident incident) {
        ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId()).singleResult();
        String element = incident.getActivityId();
        if (instance == null) {
            return List.of();
        }
        if (LetterDelivery.Elements.SEND_LETTER.equals(element)) {
            return List.of(LetterKey.of(instance.getBusinessKey()));
        }
        LetterPurpose purpose = REMINDERS.contains(element) ? LetterPurpose.REMINDER : LetterPurpose.INVITATION;
        return letters.of(Journey.guest(instance.getBusinessKey())).stream()
                .filter(letter -> letter.key().purpose() == purpose && letter.isWaiting()).map(Letter::key).toList();
    }
}
