package io.guestflow.guest;

/** Passcodes and sessions of guests. */
public interface SignIns {

    /** Voids every passcode and ends every session of the guest, in the caller's transaction. */
    void revokeAll(GuestId id);

    /** Whether anything is left by which the guest could be or get signed in. */
    boolean anyLeft(GuestId id);
}
