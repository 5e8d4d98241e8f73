package io.guestflow.onboarding;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The stories that the tests of the onboarding's model tell, and the nodes that belong to each. */
enum OnboardingStory {

    /** What no other story tells of, so that together they are the whole model. */
    INVITATION_AND_ANSWER,

    REMINDER_AND_RESEND("Timer_ReminderDue", "SendReminder", "EndEvent_ReminderSent", "Message_ResendRequested", "Gateway_LetterAgain",
            "SendInvitation_Again", "EndEvent_LetterSent"),

    REFUSED_ADDRESS("Error_MailAddressRejected", "Error_MailAddressRejected_Again", "Error_MailAddressRejected_Reminder", "Gateway_AskAnyway",
            "Gateway_AddressRejected", "TellInviter_AddressRejected", "UserTask_CorrectAddress", "Gateway_AddressCorrected", "CorrectAddress",
            "RequestRemoval_Withdrawn", "EndEvent_InvitationWithdrawn"),

    EXPIRY_AND_DELETION("SubProcess_InvitationExpired", "StartEvent_InvitationExpired", "TellInviter_Expired", "RequestRemoval_Expired",
            "EndEvent_InvitationExpired", "SubProcess_GuestDeleted", "StartEvent_GuestDeleted", "RevokeInvitation", "EndEvent_GuestDeleted");

    private final Set<String> named;

    OnboardingStory(String... nodes) {
        this.named = Set.of(nodes);
    }

    Set<String> nodes() {
        if (this != INVITATION_AND_ANSWER) {
            return named;
        }
        Set<String> others = Model.GUEST_ONBOARDING.nodes();
        Stream.of(values()).forEach(story -> others.removeAll(story.named));
        return others;
    }

    /** The flows that lead on from the story's nodes. */
    Set<String> flows() {
        Set<String> from = nodes();
        return Model.GUEST_ONBOARDING.all(SequenceFlow.class).stream().filter(flow -> from.contains(flow.getSource().getId()))
                .map(SequenceFlow::getId).collect(Collectors.toSet());
    }
}
