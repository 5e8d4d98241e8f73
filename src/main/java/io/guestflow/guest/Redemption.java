package io.guestflow.guest;

/**
 * What a link leads to.
 *
 * @param guest set unless the standing is {@link Standing#UNKNOWN}
 */
public record Redemption(Standing standing, Guest guest) {

    /** How an invitation's link stands. */
    public enum Standing {

        /** Can be accepted or declined. */
        OPEN,
        /** Was accepted; the link leads on to the sign-in. */
        ACCEPTED,
        /** Was genuine, but its invitation is over; its holder may ask for a new one. */
        OVER,
        /** Forged, garbled, or of a guest or an older generation that nothing may be said about. */
        UNKNOWN
    }
}
