package io.guestflow.guest;

import java.util.UUID;

/** A user's place in a group or a directory role. @param description the group's or role's; may be null */
public record DirectoryMembership(Kind kind, UUID id, String name, String description) {

    /** What the user belongs to. */
    public enum Kind { GROUP, ROLE }
}
