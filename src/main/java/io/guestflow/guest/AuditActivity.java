package io.guestflow.guest;

/** What the audit trail knows; the names follow the audit log of Microsoft Entra ID, which scripts already read. */
public enum AuditActivity {

    ADD_USER("Add user"),
    INVITE("Invite external user"),
    REDEEM("Redeem external user invite"),
    DECLINE("Decline external user invite"),
    EXPIRE("Expire external user invite"),
    ASK_AGAIN("Request new external user invite"),
    LETTER("Invitation Email"),
    UPDATE_USER("Update user"),
    DELETE_USER("Delete user"),
    RESTORE_USER("Restore user"),
    HARD_DELETE_USER("Hard Delete user"),
    ADD_MEMBER("Add member to group"),
    SKIP_MEMBERSHIP("Skip deleted group or role");

    private final String title;

    AuditActivity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
