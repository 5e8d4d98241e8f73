package io.guestflow.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Refused;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The invitation that an instance is started with. */
final class GivenInvitation {

    private GivenInvitation() {
    }

    /** @throws Refused if it is no JSON object of the known fields */
    static InvitationRequest of(DelegateExecution execution, ObjectMapper json) {
        String invitation = Journey.input(execution, GuestOnboarding.Variables.INVITATION);
        return read(invitation == null ? "{}" : invitation, json)
                .orElseThrow(() -> new Refused("invitation", "invalid-invitation", "The invitation is not a JSON object of the known fields."));
    }

    private static Optional<InvitationRequest> read(String invitation, ObjectMapper json) {
        try {
            return Optional.ofNullable(json.readValue(invitation, InvitationRequest.class));
        } catch (JsonProcessingException garbled) {
            return Optional.empty();
        }
    }
}
