package io.guestflow.desk;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.OnboardingHistory;
import io.guestflow.guest.Resent;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells from what an invitation left behind what has become of it; the process itself answers nobody who starts it from a form. */
@Component
class LatestInvitation {

    private final OnboardingHistory history;
    private final Letters letters;

    LatestInvitation(OnboardingHistory history, Letters letters) {
        this.history = history;
        this.letters = letters;
    }

    Outcome of(Guest guest) {
        Instant start = history.lastStart(guest.id()).orElse(Instant.EPOCH);
        boolean repeated = guest.invitation().createdAt().isBefore(start);
        Optional<Letter> newest = letters.of(guest.id()).stream().filter(letter -> letter.key().purpose() == LetterPurpose.INVITATION).findFirst();
        return new Outcome(repeated, newest.filter(letter -> repeated).map(letter -> sentence(since(start, letter))).orElse(""));
    }

    private static Resent since(Instant start, Letter newest) {
        if (!newest.queuedAt().isBefore(start)) {
            return Resent.SENT_AGAIN;
        }
        return newest.isWaiting() || !newest.changedAt().isBefore(start) ? Resent.HASTENED : Resent.JUST_SENT;
    }

    static String sentence(Resent resent) {
        return switch (resent) {
            case SENT_AGAIN -> "The invitation is sent again; it is valid anew from now on.";
            case HASTENED -> "The waiting letter goes out now.";
            case JUST_SENT -> "The last letter is younger than five minutes; no other is sent.";
        };
    }

    /**
     * @param repeated whether the guest was invited before
     * @param sentence what became of the letter then
     */
    record Outcome(boolean repeated, String sentence) {
    }
}
