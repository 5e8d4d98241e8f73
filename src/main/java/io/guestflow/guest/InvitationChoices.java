package io.guestflow.guest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Checks the groups, roles and sponsors that an invitation names. */
@Component
class InvitationChoices {

    static final int MOST_MEMBERSHIPS = 20;
    static final int MOST_SPONSORS = 5;

    private final Directory directory;

    InvitationChoices(Directory directory) {
        this.directory = directory;
    }

    Memberships memberships(Problems problems, InvitationRequest request) {
        Set<UUID> groups = ids(problems, "groups", request.groups(), directory::unknownGroups);
        Set<UUID> roles = ids(problems, "roles", request.roles(), directory::unknownRoles);
        if (groups.size() + roles.size() > MOST_MEMBERSHIPS) {
            problems.add("groups", "too-many-memberships", "At most 20 groups and roles can be given with an invitation.");
        }
        return new Memberships(groups, roles, Set.of());
    }

    Set<UUID> sponsors(Problems problems, InvitationRequest request) {
        Set<UUID> sponsors = ids(problems, "sponsors", request.sponsors(), directory::unknownSponsors);
        if (sponsors.size() > MOST_SPONSORS) {
            problems.add("sponsors", "too-many-sponsors", "A guest has at most 5 sponsors.");
        }
        return sponsors;
    }

    private static Set<UUID> ids(Problems problems, String field, List<String> typed, UnaryOperator<Set<UUID>> unknown) {
        var ids = new HashSet<UUID>();
        for (String id : typed == null ? List.<String>of() : typed) {
            problems.checked(field, text -> ids.add(uuid(text)), id);
        }
        if (!ids.isEmpty() && !unknown.apply(ids).isEmpty()) {
            problems.add(field, "unknown-" + field, "One of the chosen " + field + " does not exist (any more).");
        }
        return ids;
    }

    private static UUID uuid(String text) {
        return Optional.ofNullable(text).flatMap(ObjectIds::read).orElseThrow(() -> new IllegalArgumentException("This does not exist."));
    }
}
