package io.guestflow.guest;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param actor    who did it: with a directory id where the person has one
 * @param user     whom it happened to, or null
 * @param object   the group, role, app or sponsor that it was about, or null
 * @param detail   ids and words of the program, or null
 */
public record AuditEntry(UUID id, Instant at, String activity, Actor actor, UUID user, UUID object, String detail) {
}
