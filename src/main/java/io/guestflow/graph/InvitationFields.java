package io.guestflow.graph;

import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import java.util.Map;

/** Names what has to be mended in an invitation as the program that posted it does. */
final class InvitationFields {

    private static final Map<String, String> NAMES = Map.of("email", "invitedUserEmailAddress", "name", "invitedUserDisplayName",
            "message", "invitedUserMessageInfo.customizedMessageBody", "language", "invitedUserMessageInfo.messageLanguage",
            "cc", "invitedUserMessageInfo.ccRecipients", "redirectUrl", "inviteRedirectUrl", "sponsors", "invitedUserSponsors",
            "expiresAt", "expirationDateTime", "resetRedemptionOf", "invitedUser.id");

    private InvitationFields() {
    }

    static Refused renamed(Refused refused) {
        return new Refused(refused.problems().stream()
                .map(problem -> new Problem(NAMES.getOrDefault(problem.field(), problem.field()), problem.code(), problem.sentence())).toList());
    }
}
