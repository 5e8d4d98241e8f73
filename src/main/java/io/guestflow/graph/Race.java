package io.guestflow.graph;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Repeats a step that another request got in the way of; whoever comes second finds what the first one left. */
final class Race {

    private static final int MOST_TRIES = 5;

    private Race() {
    }

    /** @throws ConcurrencyFailureException if others are faster again and again */
    static void won(Runnable step) {
        won(() -> {
            step.run();
            return null;
        });
    }

    /** As {@link #won(Runnable)}. @return what the step returns */
    static <T> T won(Supplier<T> step) {
        for (int tries = 1; ; tries++) {
            try {
                return step.get();
            } catch (ConcurrencyFailureException lost) {
                if (tries == MOST_TRIES) {
                    throw lost;
                }
            }
        }
    }
}
