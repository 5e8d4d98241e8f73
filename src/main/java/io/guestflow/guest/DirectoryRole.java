package io.guestflow.guest;

import java.util.UUID;

/** A directory role. @param description may be null */
public record DirectoryRole(UUID id, String name, String description) {
}
