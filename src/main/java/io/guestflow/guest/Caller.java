package io.guestflow.guest;

/** Who is acting in the current thread. */
public interface Caller {

    Actor current();

    /** Whether the caller may act on every guest; false for staff who see and mend only the guests they invited. */
    boolean mayManageGuests();
}
