package io.guestflow.guest;

/** Who may invite guests, as {@code allowInvitesFrom} of Microsoft Graph's authorizationPolicy has it. */
public enum AllowInvitesFrom {

    /** Nobody, not even administrators. */
    NONE,
    /** Administrators, guest inviters and programs that hold a permission to invite. */
    ADMINS_AND_GUEST_INVITERS,
    /** As above, and everybody else of the staff. */
    ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS,
    /** As above, and guests. */
    EVERYONE;

    boolean includes(Caller caller) {
        return switch (this) {
            case NONE -> false;
            case ADMINS_AND_GUEST_INVITERS -> caller.isInviter();
            case ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS -> caller.isInviter() || caller.current().isStaff();
            case EVERYONE -> true;
        };
    }
}
