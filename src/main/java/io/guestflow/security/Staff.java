package io.guestflow.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * Somebody of the staff who has signed in.
 *
 * @param groups ids of all groups in the engine, those without a {@link StaffRole} too
 */
record Staff(String id, List<String> groups) implements Principal, Serializable {

    @Override
    public String getName() {
        return id;
    }

    /** Empty groups for anybody else. */
    static List<String> groupsOf(Authentication caller) {
        return caller != null && caller.getPrincipal() instanceof Staff staff ? staff.groups() : List.of();
    }
}
