package io.guestflow.onboarding;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
import io.guestflow.guest.Refused;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the guest into the directory and lets go of everything that came in: no variable outlives the call. */
@Component("CreateGuest")
class CreateGuest implements JavaDelegate {

    private final Invitations invitations;
    private final ObjectMapper json;

    CreateGuest(Invitations invitations, ObjectMapper json) {
        this.invitations = invitations;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvitationRequest request = read(Journey.input(execution, GuestOnboarding.Variables.INVITATION));
        execution.removeVariables();
        Invited invited = invitations.invite(request, execution.getProcessInstanceId());
        execution.setProcessBusinessKey(invited.guest().toString());
        execution.setVariable(GuestOnboarding.Variables.ALREADY_INVITED, booleanValue(invited.alreadyInvited(), true));
        execution.setVariable(GuestOnboarding.Variables.LETTER_WANTED, booleanValue(invited.letterWanted(), true));
    }

    private InvitationRequest read(String invitation) {
        try {
            return json.readValue(invitation == null ? "{}" : invitation, InvitationRequest.class);
        } catch (JsonProcessingException garbled) {
            throw new Refused("invitation", "invalid-invitation", "The invitation is not a JSON object of the known fields.");
        }
    }
}
