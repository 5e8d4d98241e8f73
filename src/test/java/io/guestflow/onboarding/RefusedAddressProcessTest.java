package io.guestflow.onboarding;

import static io.guestflow.onboarding.BoxBench.REJECTED;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.stringValue;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.TestGuests;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ProcessTest
class RefusedAddressProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private AddressCorrections corrections;
    @Autowired
    private GuestLetters letters;
    @Autowired
    private Removals removals;
    @Autowired
    private Members members;

    private BoxBench bench;

    @BeforeEach
    void inviteSomebodyElse(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(BoxBench.class);
    }

    @AfterAll
    void everyNodeAndEveryFlowOfTheStoryIsPassed() {
        coverage.assertComplete(OnboardingStory.REFUSED_ADDRESS, engine);
    }

    @Test
    void asksGuestAnywayWhenTheAddressIsRejectedBecauseALinkMayHaveBeenCopied() throws MailAddressRejected {
        bench.invite();
        willThrow(REJECTED).given(letters).sendInvitation(bench.guest, bench.onboarding.getId());

        execute(bench.job("SendInvitation"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassedInOrder("Error_MailAddressRejected", "Gateway_AskAnyway", "Gateway_AddressRejected", "TellInviter_AddressRejected");
        then(letters).should().rememberRejectedAddress(bench.guest);
        then(letters).should().tellInviter(bench.guest, LetterPurpose.INVITER_ADDRESS_REJECTED, bench.onboarding.getId());
    }

    @Test
    void asksForAnotherAddressWhenTheLetterThatWasSentAgainIsRejected() throws MailAddressRejected {
        bench.inviteAndAsk();
        willThrow(REJECTED).given(letters).sendInvitation(bench.guest, bench.onboarding.getId());
        bench.correlate("ResendRequested");

        execute(bench.job("SendInvitation_Again"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassed("Error_MailAddressRejected_Again").hasNotPassed("EndEvent_LetterSent");
    }

    @Test
    void asksForAnotherAddressWhenAReminderIsRejected() throws MailAddressRejected {
        bench.inviteAndAsk();
        willThrow(REJECTED).given(letters).sendReminder(bench.guest, bench.onboarding.getId());

        execute(bench.job("Timer_ReminderDue"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "UserTask_CorrectAddress")
                .hasPassed("Error_MailAddressRejected_Reminder").hasNotPassed("EndEvent_ReminderSent");
        then(letters).should().rememberRejectedAddress(bench.guest);
    }

    @Test
    void sendsTheLetterToTheCorrectedAddress() throws MailAddressRejected {
        bench.inviteWithRejectedAddress();

        complete(bench.task("UserTask_CorrectAddress"), createVariables().putValue("addressCorrected", true)
                .putValueTyped("newAddress", stringValue("ada@analytical.example", true)));
        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "SendInvitation_Again");
        execute(bench.job("SendInvitation_Again"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("UserTask_CorrectAddress", "Gateway_AddressCorrected", "CorrectAddress", "SendInvitation_Again");
        assertThat(bench.onboarding).variables().doesNotContainKey("newAddress");
        then(corrections).should().takeOver(bench.guest, "ada@analytical.example", bench.onboarding.getId());
    }

    @Test
    void letsTheInviterCorrectTheAddressOfTheirGuest() throws MailAddressRejected {
        var inviter = new Member(UUID.randomUUID(), "grace", "Grace Hopper", "grace@contoso.example");
        given(members.find(inviter.id())).willReturn(Optional.of(inviter));
        bench.invite();
        bench.store(TestGuests.invitedBy(TestGuests.invitedGuest(bench.guest, bench.onboarding.getId()), inviter.id()));
        willThrow(REJECTED).given(letters).sendInvitation(bench.guest, bench.onboarding.getId());

        execute(bench.job("SendInvitation"));

        assertThat(bench.task("UserTask_CorrectAddress")).hasCandidateUser("grace").hasCandidateGroup("user-administrators");
        Assertions.assertThat(engine.getTaskService().getIdentityLinksForTask(bench.task("UserTask_ReviewPermissions").getId()))
                .extracting(IdentityLink::getUserId).isEmpty();
    }

    @Test
    void withdrawsTheInvitationInsteadOfCorrectingItsAddress() throws MailAddressRejected {
        bench.inviteWithRejectedAddress();

        complete(bench.task("UserTask_CorrectAddress"), createVariables().putValue("addressCorrected", false));

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("Gateway_AddressCorrected", "RequestRemoval_Withdrawn",
                "EndEvent_InvitationWithdrawn").hasNotPassed("CorrectAddress", "Gateway_PermissionsAccepted");
        then(removals).should().request(bench.guest, RemovalReason.WITHDRAWN, bench.onboarding.getId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheTaskAndTheLetterThatStillWaitWhenTheGuestAnswers(boolean accepted) throws MailAddressRejected {
        bench.inviteWithRejectedAddress();
        bench.correlate("ResendRequested");

        bench.answer(accepted);

        assertThat(bench.onboarding).isEnded().hasPassed(accepted ? "EndEvent_GuestActivated" : "EndEvent_InvitationDeclined");
        Assertions.assertThat(engine.getTaskService().createTaskQuery().processInstanceId(bench.onboarding.getId()).list()).isEmpty();
        Assertions.assertThat(engine.getManagementService().createJobQuery().processInstanceId(bench.onboarding.getId()).list()).isEmpty();
    }
}
