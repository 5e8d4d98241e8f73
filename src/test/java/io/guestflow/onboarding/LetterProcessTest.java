package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import io.guestflow.guest.GuestLetters;
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
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter that belongs to no invitation. */
@ProcessTest
class LetterProcessTest {

    private static final LetterKey PASSCODE = new LetterKey(UUID.randomUUID(), LetterPurpose.PASSCODE, 1);

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Letters letters;
    @Autowired
    private GuestLetters guestLetters;
    @Autowired
    private Onboarding onboardings;

    @BeforeEach
    void takeTheEngine() {
        AbstractAssertions.init(engine);
    }

    @AfterAll
    void everyNodeAndEveryFlowIsPassed() {
        coverage.assertComplete(Model.LETTER_DELIVERY, engine);
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
        long before = failedLetters();

        new EngineRoom(engine, jdbc).failForGood(delivery, "SendLetter");

        assertThat(delivery).isWaitingAtExactly("SendLetter");
        Assertions.assertThat(failedLetters()).isEqualTo(before);
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

    private ProcessInstance deliver() {
        return engine.getRuntimeService().startProcessInstanceByKey("letter-delivery", PASSCODE.toString());
    }

    private long failedLetters() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("failed-letter").count();
    }
}
