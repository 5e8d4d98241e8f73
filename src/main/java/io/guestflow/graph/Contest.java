package io.guestflow.graph;

import io.guestflow.guest.ConcurrentChange;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Repeats a step that another request got in the way of; whoever comes second finds what the first one left. */
final class Contest {

    private static final int MOST_TRIES = 5;

    private Contest() {
    }

    /** @throws ConcurrentChange or {@link ConcurrencyFailureException} if others are faster again and again */
    static <T> T won(Supplier<T> step) {
        for (int tries = 1; ; tries++) {
            try {
                return step.get();
            } catch (ConcurrentChange | ConcurrencyFailureException lost) {
                if (tries == MOST_TRIES) {
                    throw lost;
                }
            }
        }
    }
}
