package io.guestflow.guest;

import java.util.UUID;

/**
 * Somebody of the staff, as the directory mirrors them.
 *
 * @param id   directory id, as invitations name their inviter
 * @param mail may be null
 */
public record Member(UUID id, String staffId, String displayName, String mail) {
}
