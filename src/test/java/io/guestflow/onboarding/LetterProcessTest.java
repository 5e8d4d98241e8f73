package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPostponed;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.TestGuests;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LetterProcessTest {

    private static final LetterKey PASSCODE = new LetterKey(UUID.randomUUID(), LetterPurpose.PASSCODE, 1);

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private Letters letters;
    @Autowired
    private GuestLetters guestLetters;
    @Autowired
    private Invitations invitations;
    @Autowired
    private Directory directory;
    @Autowired
    private Onboarding onboardings;

    private GuestId guest;

    @BeforeEach
    void writeToSomebodyElse() {
        AbstractAssertions.init(engine);
        guest = GuestId.random();
        given(invitations.invite(any(), any())).willAnswer(call -> {
            given(directory.find(guest)).willReturn(Optional.of(TestGuests.invitedGuest(guest, call.getArgument(1))));
            return new Invited(guest, false, true);
        });
    }

    @AfterAll
    void everyNodeAndEveryFlowIsPassed() {
        coverage.assertComplete(Model.LETTER_DELIVERY, engine);
        coverage.assertComplete(Model.FAILED_LETTER, engine);
    }

    @Test
    void deliversThePasscodeThatAGuestAskedFor() throws MailAddressRejected {
        ProcessInstance delivery = deliver();
        assertThat(delivery).isWaitingAtExactly("SendLetter");

        execute(job("SendLetter", delivery));

        assertThat(delivery).isEnded().hasPassedInOrder("StartEvent_LetterQueued", "SendLetter", "EndEvent_LetterDelivered");
        then(guestLetters).should().deliver(PASSCODE, delivery.getId());
    }

    @Test
    void asksNobodyToMendAnAddressThatRefusesAPasscode() throws MailAddressRejected {
        ProcessInstance delivery = deliver();
        willThrow(new MailAddressRejected(PASSCODE, 550)).given(guestLetters).deliver(PASSCODE, delivery.getId());

        execute(job("SendLetter", delivery));

        assertThat(delivery).isEnded().hasPassedInOrder("Error_MailAddressRejected_Letter", "EndEvent_LetterRefused")
                .hasNotPassed("EndEvent_LetterDelivered");
    }

    @Test
    void triesAPasscodeAgainAfterEveryOtherFailureAndBothersNobodyWithIt() throws MailAddressRejected {
        ProcessInstance delivery = deliver();
        willThrow(new LetterNotDelivered(PASSCODE, 451)).given(guestLetters).deliver(PASSCODE, delivery.getId());

        failForGood(job("SendLetter", delivery));

        assertThat(delivery).isWaitingAtExactly("SendLetter");
        Assertions.assertThat(failedLetter()).isNull();
        then(letters).should().giveUp(PASSCODE);
    }

    @Test
    void putsALetterOverThePaceOffUntilItsTurnWithoutCountingATry() throws MailAddressRejected {
        ProcessInstance delivery = deliver();
        Job before = job("SendLetter", delivery);
        Instant turn = TestGuests.NOW.plusSeconds(90);
        willAnswer(call -> {
            onboardings.postponeLetters(delivery.getId(), turn);
            throw new LetterPostponed(PASSCODE, turn);
        }).given(guestLetters).deliver(PASSCODE, delivery.getId());

        assertThatThrownBy(() -> execute(before)).isInstanceOf(LetterPostponed.class);

        Job after = job("SendLetter", delivery);
        Assertions.assertThat(after.getDuedate()).isEqualTo(Date.from(turn));
        Assertions.assertThat(after.getRetries()).isEqualTo(before.getRetries());
        Assertions.assertThat(after.getExceptionMessage()).isNull();
        Assertions.assertThat(engine.getHistoryService().createHistoricJobLogQuery().jobId(after.getId()).failureLog().count()).isZero();
    }

    @Test
    void putsOffNoOtherThanTheLettersOfAnOnboarding() {
        ProcessInstance onboarding = invite();
        Date expiry = job("StartEvent_InvitationExpired", onboarding).getDuedate();

        onboardings.postponeLetters(onboarding.getId(), TestGuests.NOW.plusSeconds(90));

        assertThat(job("SendInvitation", onboarding)).hasDueDate(Date.from(TestGuests.NOW.plusSeconds(90)));
        assertThat(job("StartEvent_InvitationExpired", onboarding)).hasDueDate(expiry);
    }

    @Test
    void opensATaskForAnInvitationThatCouldNotBeDeliveredAtAll() throws MailAddressRejected {
        ProcessInstance onboarding = inviteInVain();

        assertThat(failedLetter()).isWaitingAtExactly("UserTask_RetryLetter").hasPassedInOrder("StartEvent_LetterFailed", "TellInviter_LetterFailed");
        assertThat(task("UserTask_RetryLetter", failedLetter())).hasCandidateGroup("user-administrators");
        then(guestLetters).should().tellInviter(guest, LetterPurpose.INVITER_LETTER_FAILED, failedLetter().getId());
        Assertions.assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(onboarding.getId()).count()).isEqualTo(1);
    }

    @Test
    void givesTheFailedLetterOneMoreTryWhenSomebodyWantsIt() throws MailAddressRejected {
        ProcessInstance onboarding = inviteInVain();
        ProcessInstance failed = failedLetter();

        complete(task("UserTask_RetryLetter", failed));

        assertThat(failed).isEnded().hasPassedInOrder("UserTask_RetryLetter", "RetryLetter", "EndEvent_LetterRetried")
                .hasNotPassed("Message_LetterRecovered");
        assertThat(job("SendInvitation", onboarding)).hasRetries(1);
        Assertions.assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(onboarding.getId()).count()).isZero();
    }

    @Test
    void opensTheTaskAgainWhenTheLetterFailsAgain() throws MailAddressRejected {
        ProcessInstance onboarding = inviteInVain();
        ProcessInstance first = failedLetter();
        complete(task("UserTask_RetryLetter", first));

        failForGood(job("SendInvitation", onboarding));

        assertThat(failedLetter()).isWaitingAtExactly("UserTask_RetryLetter");
        Assertions.assertThat(failedLetter().getId()).isNotEqualTo(first.getId());
    }

    @Test
    void closesTheTaskWhenTheLetterIsTriedAgainByAnotherHand() throws MailAddressRejected {
        ProcessInstance onboarding = inviteInVain();
        ProcessInstance failed = failedLetter();

        engine.getManagementService().setJobRetries(job("SendInvitation", onboarding).getId(), 1);

        assertThat(failed).isEnded().hasPassedInOrder("Message_LetterRecovered", "EndEvent_LetterRecovered").hasNotPassed("RetryLetter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GuestDeleted", "StartEvent_InvitationExpired"})
    void closesTheTaskWhenTheOnboardingOfTheGuestEnds(String end) throws MailAddressRejected {
        ProcessInstance onboarding = inviteInVain();
        ProcessInstance failed = failedLetter();

        if (end.equals("GuestDeleted")) {
            engine.getRuntimeService().createMessageCorrelation(end).processInstanceId(onboarding.getId()).correlate();
        } else {
            execute(job(end, onboarding));
        }

        assertThat(onboarding).isEnded();
        assertThat(failed).isEnded().hasPassed("EndEvent_LetterRecovered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Timer_ReminderDue", "SendInvitation_Again"})
    void opensATaskForEveryLetterOfAnInvitation(String element) throws MailAddressRejected {
        ProcessInstance onboarding = invite();
        execute(job("SendInvitation", onboarding));
        engine.getRuntimeService().createMessageCorrelation("ResendRequested").processInstanceId(onboarding.getId()).correlate();
        refuseEveryLetter(onboarding);

        failForGood(job(element, onboarding));

        assertThat(failedLetter()).isWaitingAtExactly("UserTask_RetryLetter");
        assertThat(onboarding).isWaitingAt("UserTask_ReviewPermissions");
    }

    private ProcessInstance deliver() {
        return engine.getRuntimeService().startProcessInstanceByKey("letter-delivery", PASSCODE.toString());
    }

    private ProcessInstance invite() {
        return engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding");
    }

    private ProcessInstance inviteInVain() throws MailAddressRejected {
        ProcessInstance onboarding = invite();
        refuseEveryLetter(onboarding);
        failForGood(job("SendInvitation", onboarding));
        return onboarding;
    }

    private void refuseEveryLetter(ProcessInstance onboarding) throws MailAddressRejected {
        var failure = new LetterNotDelivered(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 0);
        willThrow(failure).given(guestLetters).sendInvitation(guest, onboarding.getId());
        willThrow(failure).given(guestLetters).sendReminder(guest, onboarding.getId());
    }

    /** Setting the retries of a job that has never failed is no short cut: the first failure gives it all of them again. */
    private void failForGood(Job job) {
        for (int left = job.getRetries(); left > 0; left = retries(job)) {
            assertThatThrownBy(() -> execute(job)).isInstanceOf(LetterNotDelivered.class);
        }
    }

    private int retries(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    private ProcessInstance failedLetter() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("failed-letter")
                .processInstanceBusinessKey(guest.toString()).singleResult();
    }
}
