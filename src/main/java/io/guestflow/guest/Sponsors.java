package io.guestflow.guest;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where it is written who answers for a user: other users and groups. */
public interface Sponsors {

    /** Ids of the sponsors, without removed users. */
    Set<UUID> of(UUID user);

    /** Their names, sorted. */
    List<String> names(UUID user);

    void add(UUID user, UUID sponsor);

    /** @return false if it was no sponsor */
    boolean remove(UUID user, UUID sponsor);
}
