package io.guestflow.guest;

/** How an invitation stands, or ended. */
public enum InvitationStatus {
    /** Can be accepted or declined, unless its date is over. */
    PENDING,
    /** Was accepted. */
    COMPLETED,
    /** Was declined by the guest. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** Was taken back, or replaced by a newer one, before it was answered. */
    WITHDRAWN
}
