package io.guestflow.guest;

import java.time.Instant;

/**
 * A letter in the dispatch log.
 *
 * @param recipient    the address it goes or went to; null before the first try
 * @param tries        how often a connection was tried
 * @param changedAt    when the state was reached
 * @param serverAnswer the mail server's last words, with those about copies that it refused; or null
 */
public record Letter(LetterKey key, GuestId guest, LetterState state, String recipient, int tries, Instant queuedAt,
                     Instant changedAt, String serverAnswer) {

    /** Whether it has not left, and can still leave. */
    public boolean isWaiting() {
        return state == LetterState.QUEUED || state == LetterState.SENDING || state == LetterState.GIVEN_UP;
    }
}
