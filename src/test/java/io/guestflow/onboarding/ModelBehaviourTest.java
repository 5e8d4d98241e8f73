package io.guestflow.onboarding;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits, what interrupts, what is saved and who is asked, as the models say it. */
class ModelBehaviourTest {

    private static final Set<String> MODELLED_SAVE_POINTS = Set.of("SendInvitation", "SendInvitation_Again", "SendLetter");

    @ParameterizedTest
    @EnumSource
    void historyOfGuestsIsForgottenInTime(Model model) {
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).isEqualTo(model == Model.LETTER_DELIVERY ? "P7D" : "P180D");
    }

    @ParameterizedTest
    @EnumSource
    void savePointsStandBeforeLettersOnly(Model model) {
        model.all(FlowNode.class).forEach(node -> {
            assertThat(node.isCamundaAsyncBefore()).as(node.getId()).isEqualTo(MODELLED_SAVE_POINTS.contains(node.getId()));
            assertThat(node.isCamundaAsyncAfter()).as(node.getId()).isFalse();
            assertThat(node.isCamundaExclusive()).as(node.getId()).isTrue();
        });
    }

    @Test
    void aReminderOrResendOrRequestLeavesTheTaskOpenAndEverythingElseClosesIt() {
        assertThat(boundaries(false)).containsExactlyInAnyOrder("Timer_ReminderDue", "Message_ResendRequested", "Message_NewInvitationRequested");
        assertThat(boundaries(true)).containsExactlyInAnyOrder("Error_MailAddressRejected", "Error_MailAddressRejected_Reminder",
                "Error_MailAddressRejected_Again", "Error_MailAddressRejected_Letter", "Timer_RetentionOver", "Message_GuestInvitedAgain",
                "Message_LetterRecovered");
    }

    @Test
    void anExpiryOrARemovalInterruptsTheWholeOnboarding() {
        assertThat(Model.GUEST_ONBOARDING.all(SubProcess.class)).hasSize(2).allSatisfy(part -> {
            assertThat(part.triggeredByEvent()).isTrue();
            assertThat(part.getChildElementsByType(StartEvent.class)).singleElement().satisfies(start -> assertThat(start.isInterrupting()).isTrue());
        });
    }

    @Test
    void timersAskTheGuestsOwnDates() {
        assertThat(timers(Model.GUEST_ONBOARDING)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Timer_ReminderDue", "timeCycle ${deadlines.reminder(execution)}",
                "StartEvent_InvitationExpired", "timeDate ${deadlines.expiry(execution)}"));
        assertThat(timers(Model.GUEST_REMOVAL))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Timer_RetentionOver", "timeDate ${deadlines.retentionOver(execution)}"));
    }

    @Test
    void onlyTheGuestMayAnswerSoThatTheirTaskHasNoCandidates() {
        UserTask review = Model.GUEST_ONBOARDING.element(GuestOnboarding.Elements.REVIEW_PERMISSIONS);

        assertThat(review.getCamundaFormRef()).isEqualTo("review-permissions");
        assertThat(review.getCamundaFormRefBinding()).isEqualTo("deployment");
        assertThat(new File("forms", "review-permissions.form")).isFile();
        assertThat(review.getCamundaCandidateGroupsList()).isEmpty();
        assertThat(review.getCamundaCandidateUsersList()).isEmpty();
        assertThat(review.getCamundaAssignee()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherTaskGoesToTheAdministrators(Model model) {
        model.all(UserTask.class).stream().filter(task -> !task.getId().equals(GuestOnboarding.Elements.REVIEW_PERMISSIONS))
                .forEach(task -> assertThat(task.getCamundaCandidateGroupsList()).as(task.getId())
                        .containsExactlyInAnyOrder("user-administrators", "global-administrators"));
    }

    private static Collection<String> boundaries(boolean interrupting) {
        return Stream.of(Model.values()).flatMap(model -> model.all(BoundaryEvent.class).stream())
                .filter(event -> event.cancelActivity() == interrupting).map(BaseElement::getId).toList();
    }

    private static Map<String, String> timers(Model model) {
        return model.all(TimerEventDefinition.class).stream().collect(toMap(
                timer -> ((BaseElement) timer.getParentElement()).getId(),
                timer -> timer.getTimeCycle() != null ? "timeCycle " + timer.getTimeCycle().getTextContent()
                        : "timeDate " + timer.getTimeDate().getTextContent()));
    }
}
