package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests who are removed at any point of their onboarding, and what is decided about them. */
class RemovedGuestsTest extends GuestStory {

    @Autowired
    private Removals removals;
    @Autowired
    private Directory directory;
    @Autowired
    private Letters letters;

    @Test
    void removesGuestWhoseLetterIsOnItsWay() {
        bench.invite();
        bench.post.meanwhile(() -> removals.start(bench.guest, RemovalReason.REQUESTED, "numinous"));

        assertThatThrownBy(() -> bench.run("SendInvitation")).isInstanceOf(ProcessEngineException.class);

        assertThat(bench.state()).isEqualTo(GuestState.REMOVED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(bench.room.waitingAt(bench.only("guest-removal"))).containsExactly("UserTask_RestoreOrPurge");
    }

    @Test
    void removesGuestWhoseLetterWaits() {
        bench.invite();

        removals.start(bench.guest, RemovalReason.REQUESTED, "numinous");

        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(letters.of(bench.guest)).extracting(Letter::state).containsExactly(LetterState.DROPPED);
        assertThat(bench.post.conversations()).isZero();
    }

    @Test
    void closesTheOnboardingOfGuestWhoIsRemovedAfterAcceptingAndBeforeTheLetterLeft() {
        bench.invite();
        bench.accept();

        removals.start(bench.guest, RemovalReason.REQUESTED, null);

        assertThat(bench.state()).isEqualTo(GuestState.REMOVED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RemovalReason.class, names = {"WITHDRAWN", "REQUESTED"})
    void leavesNoOnboardingBehindForWhateverReasonAGuestIsRemoved(RemovalReason reason) {
        bench.inviteAndAsk();

        removals.start(bench.guest, reason, "numinous");

        assertThat(bench.state()).isEqualTo(GuestState.REMOVED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
    }

    @Test
    void forgetsPurgedGuest() {
        bench.inviteAndAsk();
        removals.start(bench.guest, RemovalReason.REQUESTED, "numinous");

        removals.decide(bench.guest, false);

        assertThat(directory.find(bench.guest)).isEmpty();
        assertThat(bench.running("guest-removal")).isEmpty();
        assertThat(letters.of(bench.guest)).isEmpty();
    }

    @Test
    void restoresGuestWhoWasActive() {
        bench.inviteAndAsk();
        bench.accept();
        removals.start(bench.guest, RemovalReason.LEFT, null);

        removals.decide(bench.guest, true);

        assertThat(bench.state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.running("guest-removal")).isEmpty();
    }
}
