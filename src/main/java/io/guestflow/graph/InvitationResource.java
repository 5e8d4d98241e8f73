package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation as programs read it, in the shape of Microsoft Graph's resource {@code invitation}.
 *
 * @param inviteRedeemUrl only in the answer to the invitation itself, because whoever has it can ask for codes
 * @param statusDetail    why the status is {@code Error}; null otherwise
 */
@JsonPropertyOrder({ContextUrl.PROPERTY, "id", "inviteRedeemUrl"})
@Schema(name = "Invitation")
record InvitationResource(@JsonProperty(ContextUrl.PROPERTY) @JsonInclude(JsonInclude.Include.NON_NULL) String context, UUID id,
                          @JsonInclude(JsonInclude.Include.NON_NULL) String inviteRedeemUrl, String invitedUserDisplayName,
                          String invitedUserType, String invitedUserEmailAddress, boolean sendInvitationMessage, boolean resetRedemption,
                          String inviteRedirectUrl, String status, String statusDetail, Instant createdDateTime, Instant expirationDateTime,
                          MessageInfo invitedUserMessageInfo, InvitedUser invitedUser) {

    record InvitedUser(UUID id, String userPrincipalName) {
    }
}
