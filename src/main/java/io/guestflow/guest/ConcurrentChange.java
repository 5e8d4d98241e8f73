package io.guestflow.guest;

import org.springframework.dao.ConcurrencyFailureException;

/** Somebody else changed the guest in the same moment and won; whoever sees this reads again and decides anew. */
public class ConcurrentChange extends ConcurrencyFailureException {

    public ConcurrentChange(GuestId id) {
        super("Guest " + id + " was changed by somebody else in the same moment.");
    }
}
