package io.guestflow.onboarding;

import static io.guestflow.onboarding.BoxBench.INVITATION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Reviews;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ProcessTest
class InvitationProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private Invitations invitations;
    @Autowired
    private Resends resends;
    @Autowired
    private GuestLetters letters;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;

    private BoxBench bench;

    @BeforeEach
    void inviteSomebodyElse(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(BoxBench.class);
    }

    @AfterAll
    void everyNodeAndEveryFlowOfTheStoryIsPassed() {
        coverage.assertComplete(OnboardingStory.INVITATION_AND_ANSWER, engine);
    }

    @Test
    void activatesGuestWhoAccepts() throws MailAddressRejected {
        bench.invite();
        assertThat(bench.onboarding).hasBusinessKey(bench.guest.toString()).isWaitingAtExactly("SendInvitation");
        execute(bench.job("SendInvitation"));
        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions");

        bench.answer(true);

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("StartEvent_GuestInvited", "CreateGuest", "Gateway_AlreadyInvited",
                "Gateway_LetterWanted", "SendInvitation", "Gateway_ReadyForReview", "UserTask_ReviewPermissions",
                "Gateway_PermissionsAccepted", "ActivateGuest", "TellInviter_Accepted", "EndEvent_GuestActivated");
        then(letters).should().sendInvitation(bench.guest, bench.onboarding.getId());
        then(reviews).should().activate(bench.guest, bench.onboarding.getId());
        then(letters).should().tellInviter(bench.guest, LetterPurpose.INVITER_ACCEPTED, bench.onboarding.getId());
        then(removals).shouldHaveNoInteractions();
    }

    @Test
    void removesGuestWhoDeclines() {
        bench.inviteAndAsk();

        bench.answer(false);

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("Gateway_PermissionsAccepted", "TellInviter_Declined",
                "RequestRemoval_Declined", "EndEvent_InvitationDeclined").hasNotPassed("ActivateGuest");
        then(letters).should().tellInviter(bench.guest, LetterPurpose.INVITER_DECLINED, bench.onboarding.getId());
        then(removals).should().request(bench.guest, RemovalReason.DECLINED, bench.onboarding.getId());
    }

    @Test
    void asksGuestForWhomNoLetterIsWantedAtOnce() {
        bench.invite(false, false);

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions").hasNotPassed("SendInvitation");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesOnAtOnceWhenTheGuestAnsweredBeforeTheProcessAsked(boolean accepted) {
        bench.invite();
        given(reviews.givenAnswer(bench.guest, bench.onboarding.getId())).willReturn(Optional.of(accepted));

        execute(bench.job("SendInvitation"));

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("UserTask_ReviewPermissions", "Gateway_PermissionsAccepted",
                accepted ? "EndEvent_GuestActivated" : "EndEvent_InvitationDeclined");
    }

    @Test
    void repeatsTheInvitationOfPendingGuest() {
        bench.invite(true, true);

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("CreateGuest", "RepeatInvitation", "EndEvent_InvitationRepeated")
                .hasNotPassed("SendInvitation", "UserTask_ReviewPermissions");
        then(resends).should().repeat(bench.guest);
    }

    @Test
    void leavesThePendingGuestInPeaceIfNoLetterIsWanted() {
        bench.invite(true, false);

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("CreateGuest", "Gateway_LetterWantedAgain", "EndEvent_InvitationStands")
                .hasNotPassed("RepeatInvitation", "UserTask_ReviewPermissions");
        then(resends).shouldHaveNoInteractions();
    }

    @Test
    void letsNothingThatCameInOutliveTheFirstBox() {
        bench.prepare(false, true);

        bench.onboarding = engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding", "ada.lovelace@analytical.example",
                Map.of("invitation", INVITATION, "name", "Ada Lovelace", "accepted", true));

        assertThat(bench.onboarding).hasBusinessKey(bench.guest.toString()).variables().isEmpty();
        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(bench.onboarding.getId())
                .singleResult().getBusinessKey()).isEqualTo(bench.guest.toString());
        Assertions.assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery()
                .processInstanceIdIn(bench.onboarding.getId()).list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "[]", "{\"groups\": \"Ada Lovelace\"}"})
    void refusesGarbledInvitationWithoutRepeatingIt(String garbled) {
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> bench.start(garbled)).isInstanceOf(Refused.class)
                .satisfies(refusal -> Assertions.assertThat(refusal.getMessage()).doesNotContain("Lovelace"));

        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
        then(invitations).shouldHaveNoInteractions();
    }

    @Test
    void leavesNothingHalfDoneWhenAnInvitationIsRefused() {
        given(invitations.invite(any(), any())).willThrow(new Refused("email", "invalid-email", "This is not a mail address."));
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> bench.start(INVITATION)).hasMessageContaining("email: This is not a mail address.");

        Assertions.assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }
}
