package io.guestflow.guest;

/** What the audit trail knows; the names follow the audit log of Microsoft Entra ID, which scripts already read. */
public enum AuditActivity {

    ADD_USER("Add user"),
    INVITE("Invite external user"),
    REDEEM("Redeem external user invite"),
    DECLINE("Decline external user invite"),
    EXPIRE("Expire external user invite"),
    ASK_AGAIN("Request new external user invite"),
    RESET("Invite external user with reset invitation status"),
    LETTER("Invitation Email"),
    UPDATE_USER("Update user"),
    DELETE_USER("Delete user"),
    RESTORE_USER("Restore user"),
    HARD_DELETE_USER("Hard Delete user"),
    ADD_SPONSOR("Add user sponsor"),
    REMOVE_SPONSOR("Remove user sponsor"),
    ADD_GROUP("Add group"),
    UPDATE_GROUP("Update group"),
    DELETE_GROUP("Delete group"),
    ADD_MEMBER("Add member to group"),
    REMOVE_MEMBER("Remove member from group"),
    ADD_TO_ROLE("Add member to role"),
    REMOVE_FROM_ROLE("Remove member from role"),
    ADD_APP("Add service principal"),
    UPDATE_APP("Update service principal"),
    DELETE_APP("Remove service principal"),
    ASSIGN_APP("Add app role assignment grant to user"),
    WITHDRAW_APP("Remove app role assignment from user"),
    UPDATE_POLICY("Update authorization policy"),
    SKIP_MEMBERSHIP("Skip deleted group or role");

    private final String title;

    AuditActivity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
