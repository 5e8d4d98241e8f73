package io.guestflow.guest;

import java.util.Set;
import java.util.UUID;

/** Groups, directory roles and directly assigned apps of a guest, by their ids. */
public record Memberships(Set<UUID> groups, Set<UUID> roles, Set<UUID> apps) {

    public static final Memberships NONE = new Memberships(Set.of(), Set.of(), Set.of());

    public int size() {
        return groups.size() + roles.size() + apps.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }
}
