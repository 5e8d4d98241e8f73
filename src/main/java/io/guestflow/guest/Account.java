package io.guestflow.guest;

import java.util.UUID;

/**
 * A user who is not removed, as far as changing one needs it.
 *
 * @param guest       false for a member, who is mirrored from Camunda's users
 * @param displayName the name, or the address of a guest without one
 * @param mail        the address to sign in with; null for a member without one
 */
public record Account(UUID id, boolean guest, String displayName, String mail) {
}
