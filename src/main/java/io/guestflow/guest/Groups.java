package io.guestflow.guest;

import java.util.Optional;
import java.util.UUID;

/** Where groups are written, in the caller's transaction. */
public interface Groups {

    /** Reads the group and makes every other writer wait until this transaction has ended. */
    Optional<Group> lock(UUID id);

    /** @throws Refused if another group has the name */
    void add(Group group);

    /** @throws Refused if another group has the name */
    void update(Group group);

    /** Deletes the group with its memberships, apps and sponsorships. */
    void delete(UUID id);
}
