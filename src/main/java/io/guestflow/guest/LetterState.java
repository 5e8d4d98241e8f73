package io.guestflow.guest;

/** How far a letter got. */
public enum LetterState {

    /** Waits for its (next) try. */
    QUEUED,
    /** A connection to the mail server is open for it, or the program died while one was. */
    SENDING,
    /** The mail server took it over. */
    SENT,
    /** Waits for somebody to try once more: its tries are used up, see {@link Letter#serverAnswer()}. */
    GIVEN_UP,
    /** The mail server refused the address for good. */
    REFUSED,
    /** Not needed any more: the guest was removed or the address corrected before it left. */
    DROPPED
}
