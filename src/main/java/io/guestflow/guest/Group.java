package io.guestflow.guest;

import java.time.Instant;
import java.util.UUID;

/**
 * A group that users can be members of.
 *
 * @param name        at most 256 characters; no two groups have the same
 * @param description at most 1,024 characters, or null
 */
public record Group(UUID id, String name, String description, Instant createdAt) {
}
