package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.TestGuests;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ProcessTest
class ReminderProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private GuestLetters letters;

    private BoxBench bench;

    @BeforeEach
    void inviteSomebodyElse(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(BoxBench.class);
    }

    @AfterAll
    void everyNodeAndEveryFlowOfTheStoryIsPassed() {
        coverage.assertComplete(OnboardingStory.REMINDER_AND_RESEND, engine);
    }

    @Test
    void remindsGuestWithoutClosingTheInvitation() throws MailAddressRejected {
        bench.inviteAndAsk();

        execute(bench.job("Timer_ReminderDue"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("Timer_ReminderDue", "SendReminder", "EndEvent_ReminderSent");
        then(letters).should().sendReminder(bench.guest, bench.onboarding.getId());
    }

    @Test
    void remindsGuestAsOftenAsTheSettingsSayAndThenWaits() throws MailAddressRejected {
        Instant first = TestGuests.NOW.plus(Duration.ofDays(3));
        Instant second = TestGuests.NOW.plus(Duration.ofDays(7));
        given(letters.nextReminder(bench.guest)).willReturn(Optional.of(first));
        bench.inviteAndAsk();
        Assertions.assertThat(bench.dueDate("Timer_ReminderDue")).isEqualTo(Date.from(first.plusSeconds(1)));

        given(letters.nextReminder(bench.guest)).willReturn(Optional.of(second));
        execute(bench.job("Timer_ReminderDue"));
        Assertions.assertThat(bench.dueDate("Timer_ReminderDue")).isEqualTo(Date.from(second.plusSeconds(1)));

        given(letters.nextReminder(bench.guest)).willReturn(Optional.empty());
        execute(bench.job("Timer_ReminderDue"));
        then(letters).should(times(2)).sendReminder(bench.guest, bench.onboarding.getId());
        Assertions.assertThat(bench.dueDate("Timer_ReminderDue")).isAfter(bench.dueDate("StartEvent_InvitationExpired"));
    }

    @Test
    void sendsTheLetterAgainWithoutClosingTheInvitation() throws MailAddressRejected {
        bench.inviteAndAsk();

        bench.correlate("ResendRequested");
        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions", "SendInvitation_Again");
        execute(bench.job("SendInvitation_Again"));

        assertThat(bench.onboarding).isWaitingAtExactly("UserTask_ReviewPermissions")
                .hasPassedInOrder("Message_ResendRequested", "Gateway_LetterAgain", "SendInvitation_Again", "EndEvent_LetterSent");
        then(letters).should(times(2)).sendInvitation(bench.guest, bench.onboarding.getId());
    }

    @Test
    void triesTheLetterAgainAfterEveryOtherFailure() throws MailAddressRejected {
        bench.invite();
        willThrow(new LetterNotDelivered(new LetterKey(UUID.randomUUID(), LetterPurpose.INVITATION, 1), 451))
                .given(letters).sendInvitation(bench.guest, bench.onboarding.getId());
        int retries = bench.job("SendInvitation").getRetries();

        assertThatThrownBy(() -> execute(bench.job("SendInvitation"))).isInstanceOf(LetterNotDelivered.class);

        assertThat(bench.onboarding).isWaitingAtExactly("SendInvitation").hasNotPassed("UserTask_CorrectAddress");
        assertThat(bench.job("SendInvitation")).hasRetries(retries - 1);
    }
}
