package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.never;

import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Restorations;
import io.guestflow.guest.TestGuests;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class GuestRemovalProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private Removals removals;
    @Autowired
    private Restorations restorations;
    @Autowired
    private Directory directory;

    private GuestId guest;
    private ProcessInstance removal;

    @BeforeEach
    void removeSomebodyElse() {
        AbstractAssertions.init(engine);
        guest = GuestId.next();
        willAnswer(call -> given(directory.find(guest))
                .willReturn(Optional.of(TestGuests.removed(TestGuests.invitedGuest(guest, "before"), call.getArgument(3)))))
                .given(removals).remove(eq(guest), any(), any(), any());
    }

    @AfterAll
    void everyNodeAndEveryFlowIsPassed() {
        coverage.assertComplete(Model.GUEST_REMOVAL, engine);
    }

    @Test
    void purgesRemovedGuestWhenSomebodyDecidesSo() {
        remove();

        complete(task("UserTask_RestoreOrPurge", removal), createVariables().putValue("restored", false));

        assertThat(removal).isEnded().hasPassedInOrder("StartEvent_RemovalRequested", "RemoveGuest", "UserTask_RestoreOrPurge",
                "Gateway_Restored", "Gateway_Purge", "PurgeGuest", "EndEvent_GuestPurged").hasNotPassed("RestoreGuest");
        then(removals).should().remove(guest, RemovalReason.LEFT, "moved on", removal.getId());
        then(removals).should().purge(guest, removal.getId());
    }

    @Test
    void purgesRemovedGuestWhenTheRetentionIsOver() {
        remove();
        Assertions.assertThat(job("Timer_RetentionOver", removal).getDuedate()).isEqualTo(Date.from(TestGuests.NOW.plus(TestGuests.VALID_FOR)));

        execute(job("Timer_RetentionOver", removal));

        assertThat(removal).isEnded().hasPassedInOrder("Timer_RetentionOver", "Gateway_Purge", "PurgeGuest", "EndEvent_GuestPurged")
                .hasNotPassed("Gateway_Restored");
        then(removals).should().purge(guest, removal.getId());
    }

    @Test
    void restoresRemovedGuest() {
        remove();

        complete(task("UserTask_RestoreOrPurge", removal), createVariables().putValue("restored", true));

        assertThat(removal).isEnded().hasPassedInOrder("Gateway_Restored", "Gateway_Restore", "RestoreGuest", "EndEvent_GuestRestored")
                .hasNotPassed("PurgeGuest");
        then(restorations).should().restore(guest, removal.getId());
    }

    @Test
    void letsGoOfRemovedGuestWhoIsInvitedAgain() {
        remove();

        correlate("GuestInvitedAgain");

        assertThat(removal).isEnded().hasPassedInOrder("Message_GuestInvitedAgain", "EndEvent_GuestInvitedAgain")
                .hasNotPassed("PurgeGuest", "RestoreGuest");
    }

    @Test
    void keepsTheRetentionRunningWhileARequestForANewInvitationIsAnswered() {
        remove();

        correlate("NewInvitationRequested");

        assertThat(removal).isWaitingAtExactly("UserTask_RestoreOrPurge", "UserTask_AnswerRequest");
        assertThat(task("UserTask_AnswerRequest", removal)).hasCandidateGroup("user-administrators").hasCandidateGroup("global-administrators");
    }

    @Test
    void changesNothingForRemovedGuestWhoseRequestIsRefused() {
        remove();
        correlate("NewInvitationRequested");

        complete(task("UserTask_AnswerRequest", removal), createVariables().putValue("granted", false));

        assertThat(removal).isWaitingAtExactly("UserTask_RestoreOrPurge").hasPassedInOrder("UserTask_AnswerRequest", "Gateway_RequestGranted",
                "EndEvent_RequestRefused");
        then(restorations).should(never()).restore(any(), any());
    }

    @Test
    void restoresRemovedGuestWhoseRequestIsGranted() {
        remove();
        correlate("NewInvitationRequested");

        complete(task("UserTask_AnswerRequest", removal), createVariables().putValue("granted", true));

        assertThat(removal).isEnded().hasPassedInOrder("Gateway_RequestGranted", "Gateway_Restore", "RestoreGuest", "EndEvent_GuestRestored")
                .hasNotPassed("Gateway_Restored");
        then(restorations).should().restore(guest, removal.getId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheRequestThatStillWaitsWhenTheRemovalIsDecided(boolean restored) {
        remove();
        correlate("NewInvitationRequested");

        complete(task("UserTask_RestoreOrPurge", removal), createVariables().putValue("restored", restored));

        assertThat(removal).isEnded().hasNotPassed("Gateway_RequestGranted");
    }

    @Test
    void letsNothingThatCameInOutliveTheFirstBox() {
        removal = engine.getRuntimeService().startProcessInstanceByKey("guest-removal", "Ada Lovelace",
                Map.of("guest", guest.toString(), "note", "Ada Lovelace has left", "restored", true));

        assertThat(removal).hasBusinessKey(guest.toString()).hasNoVariables();
        then(removals).should().remove(guest, RemovalReason.REQUESTED, "Ada Lovelace has left", removal.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelace", "'; drop table directory_user"})
    void refusesToRemoveSomebodyWhoIsNoGuest(String nobody) {
        assertThatThrownBy(() -> start(nobody, "REQUESTED")).isInstanceOf(Refused.class)
                .satisfies(refusal -> Assertions.assertThat(refusal.getMessage()).doesNotContain("Lovelace", "drop"));

        then(removals).shouldHaveNoInteractions();
    }

    @Test
    void refusesAReasonThatThereIsNotWithoutRepeatingIt() {
        assertThatThrownBy(() -> start(guest.toString(), "Ada Lovelace")).isInstanceOf(Refused.class)
                .satisfies(refusal -> Assertions.assertThat(refusal.getMessage()).doesNotContain("Lovelace"));

        then(removals).shouldHaveNoInteractions();
    }

    private void remove() {
        removal = start(guest.toString(), "LEFT");
    }

    private ProcessInstance start(String who, String reason) {
        return engine.getRuntimeService().startProcessInstanceByKey("guest-removal",
                Map.of("guest", who, "reason", reason, "note", "moved on"));
    }

    private void correlate(String message) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceId(removal.getId()).correlate();
    }
}
