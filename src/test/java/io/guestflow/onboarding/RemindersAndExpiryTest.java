package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.GuestState;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Restorations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests who do not answer. */
class RemindersAndExpiryTest extends GuestStory {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Restorations restorations;
    @Autowired
    private Resends resends;
    @Autowired
    private Letters letters;

    @Test
    void remindsGuestOnceForEachReminderThatIsDue() {
        bench.inviteAndAsk();
        bench.daysPassSinceTheLetter(4);

        bench.run("Timer_ReminderDue");
        bench.run("Timer_ReminderDue");

        assertThat(bench.lettersFor(LetterPurpose.REMINDER)).hasSize(1);
        assertThat(bench.post.letters()).hasSize(2);
        assertThat(bench.waitingAt()).containsExactly("UserTask_ReviewPermissions");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 80})
    void plansTheExpiryOfAnInvitationWithADateOfItsOwn(int days) {
        Instant expiry = Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        bench.inviteUntil(expiry);

        assertThat(bench.room.job(bench.onboarding, "StartEvent_InvitationExpired").getDuedate()).isEqualTo(Date.from(expiry.plusSeconds(60)));
    }

    @Test
    void remindsNobodyOfAnInvitationThatHasExpired() {
        bench.inviteAndAsk();
        bench.daysPassSinceTheLetter(4);
        bench.expire();

        bench.run("Timer_ReminderDue");

        assertThat(bench.lettersFor(LetterPurpose.REMINDER)).isEmpty();
    }

    @Test
    void removesGuestWhoseInvitationExpires() {
        bench.inviteAndAsk();
        bench.expire();

        bench.run("StartEvent_InvitationExpired");

        assertThat(bench.stored().removal().reason()).isEqualTo(RemovalReason.EXPIRED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(bench.running("guest-removal")).hasSize(1);
        assertThat(bench.lettersFor(LetterPurpose.INVITER_EXPIRED)).hasSize(1);
    }

    @Test
    void putsOffAnExpiryThatComesTooEarly() {
        bench.inviteAndAsk();
        Job timer = expiryThatComesTooEarly();

        assertThatThrownBy(() -> bench.run("StartEvent_InvitationExpired")).isInstanceOf(NotAllowed.class);

        assertThat(expiry().getDuedate()).isEqualTo(storedExpiry());
        assertThat(expiry().getRetries()).isEqualTo(timer.getRetries());
        assertThat(bench.state()).isEqualTo(GuestState.PENDING);
        assertThat(bench.lettersFor(LetterPurpose.INVITER_EXPIRED)).isEmpty();
    }

    @Test
    void plansTheExpiryAnewWhenAnotherLetterTakesThePlaceOfOneThatWaits() {
        bench.invite();
        expiryThatComesTooEarly();
        letters.dropWaiting(bench.guest);

        OnboardingBench.asGrace(() -> resends.resend(bench.guest));

        assertThat(expiry().getDuedate()).isEqualTo(storedExpiry());
    }

    @Test
    void givesGuestWhoAsksForANewInvitationAfterTheExpiryAFreshOnboarding() {
        bench.inviteAndAsk();
        bench.expire();
        assertThat(restorations.askForNewInvitation(bench.guest)).isTrue();
        assertThat(restorations.askForNewInvitation(bench.guest)).isFalse();
        assertThat(bench.running("guest-onboarding")).isEmpty();
        ProcessInstance removal = bench.only("guest-removal");

        engine.getTaskService().complete(bench.room.task(removal, "UserTask_AnswerRequest").getId(), Map.of("granted", true));

        assertThat(bench.state()).isEqualTo(GuestState.PENDING);
        assertThat(bench.running("guest-removal")).isEmpty();
        assertThat(bench.stored().inCharge()).isEqualTo(bench.only("guest-onboarding").getId());
    }

    private Job expiryThatComesTooEarly() {
        engine.getManagementService().setJobDuedate(expiry().getId(), Date.from(Instant.now().minusSeconds(5)));
        return expiry();
    }

    private Job expiry() {
        return bench.room.job(bench.onboarding, "StartEvent_InvitationExpired");
    }

    /** The timer comes a minute after the invitation's own date. */
    private Date storedExpiry() {
        return Date.from(bench.stored().invitation().expiresAt().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS));
    }
}
