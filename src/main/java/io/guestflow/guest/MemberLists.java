package io.guestflow.guest;

import java.util.UUID;

/** Who belongs to which group, role or app, entry by entry, in the caller's transaction. */
public interface MemberLists {

    /** What somebody can belong to. */
    enum Kind { GROUP, ROLE, APP }

    /** @param member a user; for an app also a group. @return false if it belonged already */
    boolean add(Kind kind, UUID target, UUID member);

    /** @return false if it did not belong */
    boolean remove(Kind kind, UUID target, UUID member);
}
