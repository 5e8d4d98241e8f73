package io.guestflow.onboarding;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Invited;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.TestGuests;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters of an invitation that are put off, and what staff do about those that cannot be delivered. */
@ProcessTest
class FailedLetterProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private GuestLetters guestLetters;
    @Autowired
    private Invitations invitations;
    @Autowired
    private Directory directory;
    @Autowired
    private Onboarding onboardings;

    private EngineRoom room;
    private GuestId guest;

    @BeforeEach
    void writeToSomebodyElse() {
        AbstractAssertions.init(engine);
        room = new EngineRoom(engine, jdbc);
        guest = GuestId.next();
        given(invitations.invite(any(), any())).willAnswer(call -> {
            given(directory.find(guest)).willReturn(Optional.of(TestGuests.invitedGuest(guest, call.getArgument(1))));
            return new Invited(guest, false, true);
        });
    }

    @AfterAll
    void everyNodeAndEveryFlowIsPassed() {
        coverage.assertComplete(Model.FAILED_LETTER, engine);
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

        room.failForGood(onboarding, "SendInvitation");

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

        room.failForGood(onboarding, element);

        assertThat(failedLetter()).isWaitingAtExactly("UserTask_RetryLetter");
        assertThat(onboarding).isWaitingAt("UserTask_ReviewPermissions");
    }

    private ProcessInstance invite() {
        return engine.getRuntimeService().startProcessInstanceByKey("guest-onboarding");
    }

    private ProcessInstance inviteInVain() throws MailAddressRejected {
        ProcessInstance onboarding = invite();
        refuseEveryLetter(onboarding);
        room.failForGood(onboarding, "SendInvitation");
        return onboarding;
    }

    private void refuseEveryLetter(ProcessInstance onboarding) throws MailAddressRejected {
        var failure = new LetterNotDelivered(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 0);
        willThrow(failure).given(guestLetters).sendInvitation(guest, onboarding.getId());
        willThrow(failure).given(guestLetters).sendReminder(guest, onboarding.getId());
    }

    private ProcessInstance failedLetter() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("failed-letter")
                .processInstanceBusinessKey(guest.toString()).singleResult();
    }
}
