package io.guestflow.guest;

import java.util.UUID;

/** Who did what to whom and when, in the caller's transaction; an entry holds ids only and so outlives a purge. */
public interface AuditTrail {

    /** @param detail ids and words of the program, nothing personal; may be null */
    void record(AuditActivity activity, GuestId target, String detail);

    /**
     * @param user   the user whom it is about, or null
     * @param object the group, role, app or sponsor that the user got or lost, or that was changed itself; or null
     */
    void record(AuditActivity activity, UUID user, UUID object);
}
