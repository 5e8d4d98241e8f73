package io.guestflow.guest;

import java.time.Instant;

/** It is not a letter's turn yet; that is no failure, and so has no stack trace. */
public class LetterPostponed extends RuntimeException {

    private final transient Instant turn;

    public LetterPostponed(LetterKey key, Instant turn) {
        super("Letter " + key + " waits for its turn at " + turn + ".", null, false, false);
        this.turn = turn;
    }

    /** When to try again. */
    public Instant turn() {
        return turn;
    }
}
