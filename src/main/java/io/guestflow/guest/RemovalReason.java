package io.guestflow.guest;

/** Why a guest was taken out of the directory. */
public enum RemovalReason {

    /** Somebody of the staff asked for it. */
    REQUESTED,
    /** The invitation was withdrawn instead of correcting its address. */
    WITHDRAWN,
    /** The guest declined. */
    DECLINED,
    /** The invitation expired without an answer. */
    EXPIRED,
    /** The guest left. */
    LEFT;

    /** Whether the onboarding itself asked for the removal as its last step and so needs not be told. */
    public boolean endsOnboardingItself() {
        return this == WITHDRAWN || this == DECLINED || this == EXPIRED;
    }
}
