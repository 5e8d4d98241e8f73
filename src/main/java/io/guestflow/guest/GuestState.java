package io.guestflow.guest;

/** Where a guest stands. */
public enum GuestState {

    /** Invited, and has neither accepted nor declined yet. */
    PENDING,
    /** Accepted the invitation; the onboarding has not activated the guest yet, which normally takes no time at all. */
    ACCEPTED,
    /** Declined the invitation and is about to be removed. */
    DECLINED,
    /** In: memberships and apps take effect. */
    ACTIVE,
    /** Taken out of the directory; can be restored until the retention is over. */
    REMOVED
}
