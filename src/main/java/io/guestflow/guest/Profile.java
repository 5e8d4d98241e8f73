package io.guestflow.guest;

import java.util.List;
import java.util.UUID;

/**
 * What the directory tells of a user; whatever is not known is null.
 *
 * @param displayName the name, or the address of a guest without one
 * @param mail        where to write to
 * @param contactMail set if that is not the address to sign in with
 */
public record Profile(UUID id, String userPrincipalName, String displayName, String mail, String contactMail, List<String> otherMails,
                      String givenName, String surname, String jobTitle, String companyName, String department, String officeLocation,
                      String mobilePhone, String businessPhone, String preferredLanguage, String usageLocation) {
}
