package io.guestflow.graph;

import java.util.Arrays;

/** Under which heading and with which kind of object the audit log of Microsoft Entra ID tells an activity. */
enum AuditCategory {

    APPLICATION("ApplicationManagement", "ServicePrincipal", "app role", "service principal"),
    POLICY("Policy", "Policy", "policy"),
    GROUP("GroupManagement", "Group", "group"),
    ROLE("RoleManagement", "Role", "to role", "from role"),
    USER("UserManagement", "Other");

    private final String title;
    private final String target;
    private final String[] words;

    AuditCategory(String title, String target, String... words) {
        this.title = title;
        this.target = target;
        this.words = words;
    }

    static AuditCategory of(String activity) {
        return Arrays.stream(values()).filter(category -> Arrays.stream(category.words).anyMatch(activity::contains)).findFirst().orElse(USER);
    }

    /** Which part of Entra ID would tell it. */
    static String service(String activity) {
        return activity.contains("external user") || activity.equals("Invitation Email") ? "Invited Users" : "Core Directory";
    }

    String title() {
        return title;
    }

    /** What the object is that a user got, lost or changed. */
    String target() {
        return target;
    }
}
