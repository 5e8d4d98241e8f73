package io.guestflow.guest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A guest or a member of the staff, as the directory tells of them.
 *
 * @param mail           the address to write to, or null
 * @param signInAddress  the address to sign in with, null for a member without one
 * @param accepted       whether the guest has accepted the invitation, also if the guest was removed since; null for a member
 * @param stateChangedAt when a guest's state changed last; null for a member
 * @param removedAt      null unless the guest is removed
 * @param enabled        false while an administrator keeps the user from signing in
 */
public record User(UUID id, boolean isGuest, String principalName, String displayName, String mail, String signInAddress,
                   List<String> otherMails, Profile profile, Boolean accepted, Instant stateChangedAt, Instant createdAt, Instant removedAt,
                   boolean enabled, boolean inAddressList) {

    public boolean hasAccepted() {
        return Boolean.TRUE.equals(accepted);
    }

    /** What is known about the person; everything may be null. */
    public record Profile(String givenName, String surname, String jobTitle, String companyName, String department, String officeLocation,
                          String mobilePhone, String businessPhone, String preferredLanguage, String usageLocation, String ageGroup,
                          String consentForMinor) {
    }
}
