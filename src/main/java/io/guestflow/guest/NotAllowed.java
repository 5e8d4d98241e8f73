package io.guestflow.guest;

/** A step was tried that the guest's state or the acting process instance does not permit; nothing has been changed. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(GuestId id, String reason) {
        super("Guest " + id + ": " + reason);
    }
}
