package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An invitation as a program posts it; the names are those of Microsoft Graph's resource {@code invitation}, and beside them
 * {@code groups}, {@code roles} and {@code expirationDateTime}.
 *
 * @param sendInvitationMessage whether a letter is sent; null means no
 * @param invitedUser           the guest whose redemption is reset, only together with {@code resetRedemption}
 * @param sponsorReferences     addresses of users and groups, as another way to name sponsors
 * @param groups                ids of groups to join
 * @param roles                 ids of directory roles to take
 */
@Schema(name = "NewInvitation")
record InvitationBody(String invitedUserEmailAddress, String inviteRedirectUrl, String invitedUserDisplayName, String invitedUserType,
                      Boolean sendInvitationMessage, MessageInfo invitedUserMessageInfo, Boolean resetRedemption, Reference invitedUser,
                      List<Reference> invitedUserSponsors, @JsonProperty("invitedUserSponsors@odata.bind") List<String> sponsorReferences,
                      List<String> groups, List<String> roles, String expirationDateTime) {

    private static final String GUEST = "Guest";

    /** Something in the directory by its id; what else a client sends along says nothing new. */
    record Reference(String id, String userPrincipalName, String displayName, String mail) {
    }

    boolean isReset() {
        return Boolean.TRUE.equals(resetRedemption);
    }

    boolean wantsLetter() {
        return Boolean.TRUE.equals(sendInvitationMessage);
    }

    /** @throws Refused if the body asks for what an invitation cannot do */
    InvitationRequest request() {
        if (inviteRedirectUrl == null || inviteRedirectUrl.isBlank()) {
            throw new Refused("inviteRedirectUrl", "missing-redirect-url", "An invitation says where the guest goes after accepting.");
        }
        if (invitedUserType != null && !GUEST.equalsIgnoreCase(invitedUserType)) {
            throw new Refused("invitedUserType", "invalid-user-type", "Only guests can be invited; members are users of Camunda.");
        }
        String guest = invitedUser == null ? null : invitedUser.id();
        if (isReset() != (guest != null)) {
            throw new Refused("invitedUser", "reset-without-guest", "A redemption is reset with both resetRedemption and invitedUser.id, or with neither.");
        }
        MessageInfo info = invitedUserMessageInfo == null ? MessageInfo.NONE : invitedUserMessageInfo;
        return new InvitationRequest(invitedUserDisplayName, invitedUserEmailAddress, info.customizedMessageBody(), groups, roles,
                wantsLetter(), inviteRedirectUrl, info.addresses(), info.messageLanguage(), sponsors(),
                expirationDateTime, guest);
    }

    private List<String> sponsors() {
        Stream<String> byId = invitedUserSponsors == null ? Stream.empty() : invitedUserSponsors.stream().filter(Objects::nonNull).map(Reference::id);
        Stream<String> byAddress = sponsorReferences == null ? Stream.empty()
                : sponsorReferences.stream().filter(Objects::nonNull).map(InvitationBody::lastSegment);
        return Stream.concat(byId, byAddress).toList();
    }

    /** The id in .../users/id as well as in .../users('id'). */
    private static String lastSegment(String address) {
        return address.replaceFirst("'?\\)?$", "").replaceFirst(".*[/']", "");
    }
}
