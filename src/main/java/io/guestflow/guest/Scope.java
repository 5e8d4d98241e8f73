package io.guestflow.guest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a program may do with the API, in the names that Microsoft Graph gives to it. */
public enum Scope {

    USER_INVITE_ALL("User.Invite.All"),
    USER_READ_ALL("User.Read.All"),
    USER_READ_WRITE_ALL("User.ReadWrite.All"),
    GROUP_READ_WRITE_ALL("Group.ReadWrite.All"),
    DIRECTORY_READ_ALL("Directory.Read.All"),
    DIRECTORY_READ_WRITE_ALL("Directory.ReadWrite.All"),
    AUDIT_LOG_READ_ALL("AuditLog.Read.All"),
    POLICY_READ_WRITE_AUTHORIZATION("Policy.ReadWrite.Authorization");

    private final String title;

    Scope(String title) {
        this.title = title;
    }

    /** As tokens and the configuration write it. */
    public String title() {
        return title;
    }

    /** As access rules write it. */
    public String authority() {
        return "SCOPE_" + title;
    }

    public static Optional<Scope> of(String title) {
        return Arrays.stream(values()).filter(scope -> scope.title.equals(title)).findFirst();
    }

    /** All of them, for a sentence. */
    public static String titles() {
        return Arrays.stream(values()).map(Scope::title).collect(Collectors.joining(", "));
    }
}
