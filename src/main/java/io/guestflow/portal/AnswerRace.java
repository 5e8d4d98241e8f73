package io.guestflow.portal;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.NotAllowed;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
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
    boolean won(Guest guest, Consumer<Guest> answer) {
        Optional<Guest> waiting = Optional.of(guest);
        for (int tries = 1; waiting.isPresent(); tries++) {
            try {
                answer.accept(waiting.get());
                return true;
            } catch (NotAllowed | ConcurrencyFailureException lost) {
                waiting = directory.find(guest.id()).filter(this::isWaiting);
                if (waiting.isPresent() && tries == MOST_TRIES) {
                    throw lost;
                }
            }
        }
        return false;
    }

    private boolean isWaiting(Guest guest) {
        return guest.state() == GuestState.PENDING && !guest.blocked() && !guest.invitation().isExpired(clock.instant());
    }
}
