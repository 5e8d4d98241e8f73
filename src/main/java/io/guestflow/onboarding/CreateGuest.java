package io.guestflow.onboarding;

import static org.camunda.bpm.engine.variable.Variables.booleanValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
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
        InvitationRequest request = GivenInvitation.of(execution, json);
        execution.removeVariables();
        Invited invited = invitations.invite(request, execution.getProcessInstanceId());
        execution.setProcessBusinessKey(invited.guest().toString());
        execution.setVariable(GuestOnboarding.Variables.ALREADY_INVITED, booleanValue(invited.alreadyInvited(), true));
        execution.setVariable(GuestOnboarding.Variables.LETTER_WANTED, booleanValue(invited.letterWanted(), true));
    }
}
