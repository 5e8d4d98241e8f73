package io.guestflow.guest;

/** Who did what to whom and when, in the caller's transaction; an entry holds ids only and so outlives a purge. */
public interface AuditTrail {

    /** @param detail ids and words of the program, nothing personal; may be null */
    void record(AuditActivity activity, GuestId target, String detail);
}
