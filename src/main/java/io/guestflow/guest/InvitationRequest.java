package io.guestflow.guest;

import java.util.List;

/**
 * An invitation as it comes in through any door, unchecked.
 *
 * @param name              display name, optional
 * @param email             the guest's address, required
 * @param message           personal message, optional
 * @param groups            ids of groups to join, optional
 * @param roles             ids of directory roles to take, optional
 * @param sendMessage       whether a letter is sent; null means yes
 * @param redirectUrl       where to go after acceptance, optional
 * @param cc                addresses that get a copy of the letter, optional
 * @param language          BCP 47 tag of the letters' language, optional
 * @param sponsors          ids of users and groups who answer for the guest, optional
 * @param expiresAt         ISO 8601 date and time with offset at which the invitation expires, optional
 * @param resetRedemptionOf id of the guest who has to redeem anew, at this address; null to invite
 */
public record InvitationRequest(String name, String email, String message, List<String> groups, List<String> roles,
                                Boolean sendMessage, String redirectUrl, List<String> cc, String language, List<String> sponsors,
                                String expiresAt, String resetRedemptionOf) {
}
