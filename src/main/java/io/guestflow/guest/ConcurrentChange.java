package io.guestflow.guest;

/** Somebody else changed the guest in the same moment and won; whoever sees this reads again and decides anew. */
public class ConcurrentChange extends RuntimeException {

    public ConcurrentChange(GuestId id) {
        super("Guest " + id + " was changed by somebody else in the same moment.");
    }
}
