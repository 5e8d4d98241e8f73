package io.guestflow.security;

import io.guestflow.guest.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The four groups of the staff, and what each may do: in the pages by its authority, with the API by scopes as programs have them. */
enum StaffRole {

    GLOBAL_ADMINISTRATOR("global-administrators", "Global administrators", EnumSet.allOf(Scope.class)),
    USER_ADMINISTRATOR("user-administrators", "User administrators", EnumSet.of(Scope.USER_INVITE_ALL, Scope.USER_READ_ALL,
            Scope.USER_READ_WRITE_ALL, Scope.GROUP_READ_WRITE_ALL, Scope.DIRECTORY_READ_ALL, Scope.AUDIT_LOG_READ_ALL)),
    GUEST_INVITER("guest-inviters", "Guest inviters", EnumSet.of(Scope.USER_INVITE_ALL)),
    /** Whether they may invite at all is the policy's to say, guest by guest. */
    PROCESS_ANALYST("process-analysts", "Process analysts", EnumSet.of(Scope.USER_INVITE_ALL, Scope.AUDIT_LOG_READ_ALL));

    private final String group;
    private final String title;
    private final Set<Scope> scopes;

    StaffRole(String group, String title, Set<Scope> scopes) {
        this.group = group;
        this.title = title;
        this.scopes = scopes;
    }

    String group() {
        return group;
    }

    String title() {
        return title;
    }

    String authority() {
        return "ROLE_" + name();
    }

    /** The role's own authority and those of its scopes. */
    Stream<String> authorities() {
        return Stream.concat(Stream.of(authority()), scopes.stream().map(Scope::authority));
    }

    static Optional<StaffRole> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** Names of the roles that may work with guests, for access rules. */
    static String[] workingWithGuests() {
        return List.of(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR, GUEST_INVITER).stream().map(Enum::name).toArray(String[]::new);
    }

    static String[] all() {
        return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
    }
}
