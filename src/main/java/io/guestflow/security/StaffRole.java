package io.guestflow.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four groups of the staff, and the authority that each gives. */
enum StaffRole {

    GLOBAL_ADMINISTRATOR("global-administrators", "Global administrators"),
    USER_ADMINISTRATOR("user-administrators", "User administrators"),
    GUEST_INVITER("guest-inviters", "Guest inviters"),
    PROCESS_ANALYST("process-analysts", "Process analysts");

    private final String group;
    private final String title;

    StaffRole(String group, String title) {
        this.group = group;
        this.title = title;
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
