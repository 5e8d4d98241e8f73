package io.guestflow.guest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who answers for whom, until the test ends. */
class SponsorsInMemory implements Sponsors {

    private final Map<UUID, Set<UUID>> sponsors = new HashMap<>();

    @Override
    public Set<UUID> of(UUID user) {
        return Set.copyOf(sponsors.getOrDefault(user, Set.of()));
    }

    @Override
    public List<String> names(UUID user) {
        return of(user).stream().map(UUID::toString).sorted().toList();
    }

    @Override
    public void add(UUID user, UUID sponsor) {
        sponsors.computeIfAbsent(user, one -> new HashSet<>()).add(sponsor);
    }

    @Override
    public boolean remove(UUID user, UUID sponsor) {
        return sponsors.getOrDefault(user, new HashSet<>()).remove(sponsor);
    }
}
