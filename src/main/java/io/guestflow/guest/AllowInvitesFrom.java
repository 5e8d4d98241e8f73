package io.guestflow.guest;

import java.util.Arrays;

/** Who may invite guests, as {@code allowInvitesFrom} of Microsoft Graph's authorizationPolicy has it. */
public enum AllowInvitesFrom {

    /** Nobody, not even administrators. */
    NONE("none"),
    /** Administrators, guest inviters and programs that hold a permission to invite. */
    ADMINS_AND_GUEST_INVITERS("adminsAndGuestInviters"),
    /** As above, and everybody else of the staff. */
    ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS("adminsGuestInvitersAndAllMembers"),
    /** As above, and guests. */
    EVERYONE("everyone");

    private final String title;

    AllowInvitesFrom(String title) {
        this.title = title;
    }

    /** As the API writes it. */
    public String title() {
        return title;
    }

    static AllowInvitesFrom of(String title) {
        return Arrays.stream(values()).filter(one -> one.title.equals(title)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "This is one of none, adminsAndGuestInviters, adminsGuestInvitersAndAllMembers, everyone."));
    }

    boolean includes(Caller caller) {
        return switch (this) {
            case NONE -> false;
            case ADMINS_AND_GUEST_INVITERS -> caller.isInviter();
            case ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS -> caller.isInviter() || caller.current().isStaff();
            case EVERYONE -> true;
        };
    }
}
