package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.stringValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Reviews;
import io.guestflow.guest.TestGuests;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class GuestOnboardingProcessTest {

    private static final String INVITATION = """
            {"email": "ada.lovelace@analytical.example", "name": "Ada Lovelace"}""";
    private static final MailAddressRejected REJECTED =
            new MailAddressRejected(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 550);

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private Invitations invitations;
    @Autowired
    private Resends resends;
    @Autowired
    private AddressCorrections corrections;
    @Autowired
    private GuestLetters letters;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;
    @Autowired
    private Directory directory;
    @Autowired
    private Members members;

    private GuestId guest;
    private ProcessInstance onboarding;

    @BeforeEach
    void inviteSomebodyElse() {
        guest = GuestId.random();
        AbstractAssertions.init(engine);
    }

    @AfterAll
    void everyNodeAndEveryFlowIsPassed() {
        coverage.assertComplete(Model.GUEST_ONBOARDING, engine);
    }

    @Test
    void activatesGuestWhoAccepts() throws MailAddressRejected {
        invite();
        assertThat(onboarding).hasBusinessKey(guest.toString()).isWaitingAtExactly("SendInvitation");
        execute(job("SendInvitation", onboarding));
        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions");

        answer(true);

        assertThat(onboarding).isEnded().hasPassedInOrder("StartEvent_GuestInvited", "CreateGuest", "Gateway_AlreadyInvited",
                "Gateway_LetterWanted", "SendInvitation", "Gateway_ReadyForReview", "UserTask_ReviewPermissions",
                "Gateway_PermissionsAccepted", "ActivateGuest", "TellInviter_Accepted", "EndEvent_GuestActivated");
        then(letters).should().sendInvitation(guest, onboarding.getId());
        then(reviews).should().activate(guest, onboarding.getId());
        then(letters).should().tellInviter(guest, LetterPurpose.INVITER_ACCEPTED, onboarding.getId());
        then(removals).shouldHaveNoInteractions();
    }

    @Test
    void removesGuestWhoDeclines() {
        inviteAndAsk();

        answer(false);

        assertThat(onboarding).isEnded().hasPassedInOrder("Gateway_PermissionsAccepted", "TellInviter_Declined", "RequestRemoval_Declined",
                "EndEvent_InvitationDeclined").hasNotPassed("ActivateGuest");
        then(letters).should().tellInviter(guest, LetterPurpose.INVITER_DECLINED, onboarding.getId());
        then(removals).should().request(guest, RemovalReason.DECLINED, onboarding.getId());
    }

    @Test
    void asksGuestForWhomNoLetterIsWantedAtOnce() {
        invite(false, false);

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions").hasNotPassed("SendInvitation");
    }

    @Test
    void repeatsTheInvitationOfPendingGuest() {
        invite(true, true);

        assertThat(onboarding).isEnded().hasPassedInOrder("CreateGuest", "RepeatInvitation", "EndEvent_InvitationRepeated")
                .hasNotPassed("SendInvitation", "UserTask_ReviewPermissions");
        then(resends).should().repeat(guest);
    }

    @Test
    void leavesThePendingGuestInPeaceIfNoLetterIsWanted() {
        invite(true, false);

        assertThat(onboarding).isEnded().hasPassedInOrder("CreateGuest", "Gateway_LetterWantedAgain", "EndEvent_InvitationStands")
                .hasNotPassed("RepeatInvitation", "UserTask_ReviewPermissions");
        then(resends).shouldHaveNoInteractions();
    }

    @Test
    void letsNothingThatCameInOutliveTheFirstBox() {
        prepare(false, true);

        onboarding = engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding", "ada.lovelace@analytical.example",
                Map.of("invitation", INVITATION, "name", "Ada Lovelace", "accepted", true));

        assertThat(onboarding).hasBusinessKey(guest.toString()).variables().isEmpty();
        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(onboarding.getId())
                .singleResult().getBusinessKey()).isEqualTo(guest.toString());
        Assertions.assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceIdIn(onboarding.getId()).list())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "[]", "{\"groups\": \"Ada Lovelace\"}"})
    void refusesGarbledInvitationWithoutRepeatingIt(String garbled) {
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> start(garbled)).isInstanceOf(Refused.class)
                .satisfies(refusal -> Assertions.assertThat(refusal.getMessage()).doesNotContain("Lovelace"));

        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
        then(invitations).shouldHaveNoInteractions();
    }

    @Test
    void leavesNothingHalfDoneWhenAnInvitationIsRefused() {
        given(invitations.invite(any(), any())).willThrow(new Refused("email", "invalid-email", "This is not a mail address."));
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> start(INVITATION)).hasMessageContaining("email: This is not a mail address.");

        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void remindsGuestWithoutClosingTheInvitation() throws MailAddressRejected {
        inviteAndAsk();

        execute(job("Timer_ReminderDue", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("Timer_ReminderDue", "SendReminder", "EndEvent_ReminderSent");
        then(letters).should().sendReminder(guest, onboarding.getId());
    }

    @Test
    void remindsGuestAsOftenAsTheSettingsSayAndThenWaits() throws MailAddressRejected {
        Instant first = TestGuests.NOW.plus(Duration.ofDays(3));
        Instant second = TestGuests.NOW.plus(Duration.ofDays(7));
        given(letters.nextReminder(guest)).willReturn(Optional.of(first));
        inviteAndAsk();
        Assertions.assertThat(dueDate("Timer_ReminderDue")).isEqualTo(Date.from(first.plusSeconds(1)));

        given(letters.nextReminder(guest)).willReturn(Optional.of(second));
        execute(job("Timer_ReminderDue", onboarding));
        Assertions.assertThat(dueDate("Timer_ReminderDue")).isEqualTo(Date.from(second.plusSeconds(1)));

        given(letters.nextReminder(guest)).willReturn(Optional.empty());
        execute(job("Timer_ReminderDue", onboarding));
        then(letters).should(times(2)).sendReminder(guest, onboarding.getId());
        Assertions.assertThat(dueDate("Timer_ReminderDue")).isAfter(dueDate("StartEvent_InvitationExpired"));
    }

    @Test
    void sendsTheLetterAgainWithoutClosingTheInvitation() throws MailAddressRejected {
        inviteAndAsk();

        correlate("ResendRequested");
        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "SendInvitation_Again");
        execute(job("SendInvitation_Again", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("Message_ResendRequested", "Gateway_LetterAgain", "SendInvitation_Again", "EndEvent_LetterSent");
        then(letters).should(times(2)).sendInvitation(guest, onboarding.getId());
    }

    @Test
    void asksGuestAnywayWhenTheAddressIsRejectedBecauseALinkMayHaveBeenCopied() throws MailAddressRejected {
        invite();
        willThrow(REJECTED).given(letters).sendInvitation(guest, onboarding.getId());

        execute(job("SendInvitation", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassedInOrder("Error_MailAddressRejected", "Gateway_AskAnyway", "Gateway_AddressRejected", "TellInviter_AddressRejected");
        then(letters).should().rememberRejectedAddress(guest);
        then(letters).should().tellInviter(guest, LetterPurpose.INVITER_ADDRESS_REJECTED, onboarding.getId());
    }

    @Test
    void asksForAnotherAddressWhenTheLetterThatWasSentAgainIsRejected() throws MailAddressRejected {
        inviteAndAsk();
        willThrow(REJECTED).given(letters).sendInvitation(guest, onboarding.getId());
        correlate("ResendRequested");

        execute(job("SendInvitation_Again", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassed("Error_MailAddressRejected_Again").hasNotPassed("EndEvent_LetterSent");
    }

    @Test
    void asksForAnotherAddressWhenAReminderIsRejected() throws MailAddressRejected {
        inviteAndAsk();
        willThrow(REJECTED).given(letters).sendReminder(guest, onboarding.getId());

        execute(job("Timer_ReminderDue", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassed("Error_MailAddressRejected_Reminder").hasNotPassed("EndEvent_ReminderSent");
        then(letters).should().rememberRejectedAddress(guest);
    }

    @Test
    void sendsTheLetterToTheCorrectedAddress() throws MailAddressRejected {
        inviteWithRejectedAddress();

        complete(task("UserTask_CorrectAddress", onboarding), createVariables().putValue("addressCorrected", true)
                .putValueTyped("newAddress", stringValue("ada@analytical.example", true)));
        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "SendInvitation_Again");
        execute(job("SendInvitation_Again", onboarding));

        assertThat(onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("UserTask_CorrectAddress", "Gateway_AddressCorrected", "CorrectAddress", "SendInvitation_Again");
        assertThat(onboarding).variables().doesNotContainKey("newAddress");
        then(corrections).should().takeOver(guest, "ada@analytical.example", onboarding.getId());
    }

    @Test
    void letsTheInviterCorrectTheAddressOfTheirGuest() throws MailAddressRejected {
        var inviter = new Member(UUID.randomUUID(), "grace", "Grace Hopper", "grace@contoso.example");
        given(members.find(inviter.id())).willReturn(Optional.of(inviter));
        invite();
        store(TestGuests.invitedBy(TestGuests.invitedGuest(guest, onboarding.getId()), inviter.id()));
        willThrow(REJECTED).given(letters).sendInvitation(guest, onboarding.getId());

        execute(job("SendInvitation", onboarding));

        assertThat(task("UserTask_CorrectAddress", onboarding)).hasCandidateUser("grace").hasCandidateGroup("user-administrators");
        Assertions.assertThat(engine.getTaskService().getIdentityLinksForTask(task("UserTask_ReviewPermissions", onboarding).getId()))
                .extracting(IdentityLink::getUserId).isEmpty();
    }

    @Test
    void withdrawsTheInvitationInsteadOfCorrectingItsAddress() throws MailAddressRejected {
        inviteWithRejectedAddress();

        complete(task("UserTask_CorrectAddress", onboarding), createVariables().putValue("addressCorrected", false));

        assertThat(onboarding).isEnded().hasPassedInOrder("Gateway_AddressCorrected", "RequestRemoval_Withdrawn", "EndEvent_InvitationWithdrawn")
                .hasNotPassed("CorrectAddress", "Gateway_PermissionsAccepted");
        then(removals).should().request(guest, RemovalReason.WITHDRAWN, onboarding.getId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheTaskAndTheLetterThatStillWaitWhenTheGuestAnswers(boolean accepted) throws MailAddressRejected {
        inviteWithRejectedAddress();
        correlate("ResendRequested");

        answer(accepted);

        assertThat(onboarding).isEnded().hasPassed(accepted ? "EndEvent_GuestActivated" : "EndEvent_InvitationDeclined");
        Assertions.assertThat(engine.getTaskService().createTaskQuery().processInstanceId(onboarding.getId()).list()).isEmpty();
        Assertions.assertThat(engine.getManagementService().createJobQuery().processInstanceId(onboarding.getId()).list()).isEmpty();
    }

    @Test
    void removesGuestWhenTheInvitationExpires() {
        inviteAndAsk();
        Assertions.assertThat(dueDate("StartEvent_InvitationExpired"))
                .isEqualTo(Date.from(TestGuests.NOW.plus(TestGuests.VALID_FOR).plus(Duration.ofMinutes(1))));

        execute(job("StartEvent_InvitationExpired", onboarding));

        assertThat(onboarding).isEnded().hasPassedInOrder("StartEvent_InvitationExpired", "TellInviter_Expired", "RequestRemoval_Expired",
                "EndEvent_InvitationExpired").hasNotPassed("Gateway_PermissionsAccepted");
        then(letters).should().tellInviter(guest, LetterPurpose.INVITER_EXPIRED, onboarding.getId());
        then(removals).should().request(guest, RemovalReason.EXPIRED, onboarding.getId());
    }

    @Test
    void removesGuestWhoseLetterNeverLeftWhenTheInvitationExpires() throws MailAddressRejected {
        invite();

        execute(job("StartEvent_InvitationExpired", onboarding));

        assertThat(onboarding).isEnded().hasNotPassed("UserTask_ReviewPermissions");
        then(letters).should(never()).sendInvitation(any(), any());
    }

    @Test
    void closesTheInvitationOfDeletedGuest() {
        inviteAndAsk();

        correlate("GuestDeleted");

        assertThat(onboarding).isEnded().hasPassedInOrder("StartEvent_GuestDeleted", "RevokeInvitation", "EndEvent_GuestDeleted")
                .hasNotPassed("Gateway_PermissionsAccepted");
        then(removals).should().revokeInvitation(guest);
    }

    @Test
    void sendsNothingToGuestWhoIsDeletedWhileTheLetterWaits() throws MailAddressRejected {
        invite();

        correlate("GuestDeleted");

        assertThat(onboarding).isEnded().hasPassed("EndEvent_GuestDeleted").hasNotPassed("SendInvitation");
        Assertions.assertThat(engine.getManagementService().createJobQuery().processInstanceId(onboarding.getId()).list()).isEmpty();
        then(letters).should(never()).sendInvitation(any(), any());
    }

    @Test
    void closesEverythingOfGuestWhoIsDeletedWhileTheAddressIsBeingCorrected() throws MailAddressRejected {
        inviteWithRejectedAddress();

        correlate("GuestDeleted");

        assertThat(onboarding).isEnded().hasNotPassed("Gateway_AddressCorrected");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesOnAtOnceWhenTheGuestAnsweredBeforeTheProcessAsked(boolean accepted) {
        invite();
        given(reviews.givenAnswer(guest, onboarding.getId())).willReturn(Optional.of(accepted));

        execute(job("SendInvitation", onboarding));

        assertThat(onboarding).isEnded().hasPassedInOrder("UserTask_ReviewPermissions", "Gateway_PermissionsAccepted",
                accepted ? "EndEvent_GuestActivated" : "EndEvent_InvitationDeclined");
    }

    @Test
    void triesTheLetterAgainAfterEveryOtherFailure() throws MailAddressRejected {
        invite();
        willThrow(new LetterNotDelivered(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 451))
                .given(letters).sendInvitation(guest, onboarding.getId());
        int retries = job("SendInvitation", onboarding).getRetries();

        assertThatThrownBy(() -> execute(job("SendInvitation", onboarding))).isInstanceOf(LetterNotDelivered.class);

        assertThat(onboarding).isWaitingAtExactly("SendInvitation").hasNotPassed("UserTask_CorrectAddress");
        assertThat(job("SendInvitation", onboarding)).hasRetries(retries - 1);
    }

    private void invite() {
        invite(false, true);
    }

    private void invite(boolean alreadyInvited, boolean letterWanted) {
        prepare(alreadyInvited, letterWanted);
        onboarding = start(INVITATION);
    }

    private void inviteAndAsk() {
        invite();
        execute(job("SendInvitation", onboarding));
    }

    private void inviteWithRejectedAddress() throws MailAddressRejected {
        invite();
        willThrow(REJECTED).willDoNothing().given(letters).sendInvitation(guest, onboarding.getId());
        execute(job("SendInvitation", onboarding));
    }

    private void prepare(boolean alreadyInvited, boolean letterWanted) {
        given(invitations.invite(any(), any())).willAnswer(call -> {
            store(TestGuests.invitedGuest(guest, call.getArgument(1)));
            return new Invited(guest, alreadyInvited, letterWanted);
        });
    }

    private void store(Guest stored) {
        given(directory.find(guest)).willReturn(Optional.of(stored));
    }

    private ProcessInstance start(String invitation) {
        return engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding", createVariables()
                .putValueTyped("invitation", stringValue(invitation, true)));
    }

    private void answer(boolean accepted) {
        complete(task("UserTask_ReviewPermissions", onboarding), createVariables().putValue("accepted", accepted));
    }

    private void correlate(String message) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceId(onboarding.getId()).correlate();
    }

    private Date dueDate(String element) {
        return job(element, onboarding).getDuedate();
    }
}
