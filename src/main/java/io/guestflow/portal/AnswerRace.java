package io.guestflow.portal;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.NotAllowed;
import java.time.Clock;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets an answer race against another answer, an expiry, a removal or a reminder. Whoever loses finds the guest no longer waiting
 * for an answer; while the guest still waits, as after a reminder, the answer is given again.
 */
@Component
class AnswerRace {

    private static final int MOST_TRIES = 4;

    private final Directory directory;
    private final Clock clock;

    AnswerRace(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** @return false if somebody else was faster; any other failure flies on */
    boolean won(GuestId guest, Runnable answer) {
        for (int tries = 1; ; tries++) {
            try {
                answer.run();
                return true;
            } catch (NotAllowed | ConcurrencyFailureException lost) {
                if (!isWaiting(guest)) {
                    return false;
                }
                if (tries == MOST_TRIES) {
                    throw lost;
                }
            }
        }
    }

    private boolean isWaiting(GuestId id) {
        return directory.find(id).filter(guest -> guest.state() == GuestState.PENDING && !guest.blocked()).map(Guest::invitation)
                .filter(invitation -> !invitation.isExpired(clock.instant())).isPresent();
    }
}
