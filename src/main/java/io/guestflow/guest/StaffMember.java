package io.guestflow.guest;

/**
 * Somebody of the staff, as the identity provider knows them.
 *
 * @param mail may be null
 */
public record StaffMember(String staffId, String displayName, String mail) {
}
