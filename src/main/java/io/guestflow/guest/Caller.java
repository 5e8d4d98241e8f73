package io.guestflow.guest;

/** Who is acting in the current thread. */
public interface Caller {

    Actor current();

    /** Whether the caller may act on every guest; false for whoever sees and mends only the guests they invited. */
    boolean mayManageGuests();

    /** Whether the caller holds a role or permission that is made for inviting; so does the system. */
    boolean isInviter();
}
