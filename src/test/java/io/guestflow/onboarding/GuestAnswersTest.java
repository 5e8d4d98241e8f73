package io.guestflow.onboarding;

import static io.guestflow.onboarding.OnboardingBench.asGrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.GuestState;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Resends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests who accept or decline, before, while and after their letters leave. */
class GuestAnswersTest extends GuestStory {

    @Autowired
    private Resends resends;

    @Test
    void activatesGuestWhoAccepts() {
        bench.inviteAndAsk();

        bench.accept();

        assertThat(bench.state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(bench.post.letters()).hasSize(1);
    }

    @Test
    void removesGuestWhoDeclines() {
        bench.inviteAndAsk();

        bench.decline();

        assertThat(bench.state()).isEqualTo(GuestState.REMOVED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(bench.stored().inCharge()).isEqualTo(bench.only("guest-removal").getId());
        assertThat(bench.stored().removal().reason()).isEqualTo(RemovalReason.DECLINED);
    }

    @Test
    void refusesASecondAnswer() {
        bench.inviteAndAsk();
        bench.accept();

        assertThatThrownBy(bench::accept).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(bench::decline).isInstanceOf(NotAllowed.class);
        assertThat(bench.state()).isEqualTo(GuestState.ACTIVE);
    }

    @Test
    void keepsTheAcceptanceOfGuestWhoIsFasterThanTheSendingJob() {
        bench.invite();
        bench.post.meanwhile(bench::accept);

        bench.run("SendInvitation");

        assertThat(bench.state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.running("guest-onboarding")).isEmpty();
    }

    @Test
    void keepsTheDeclineOfGuestWhoIsFasterThanTheSendingJob() {
        bench.invite();
        bench.post.meanwhile(bench::decline);

        bench.run("SendInvitation");

        assertThat(bench.state()).isEqualTo(GuestState.REMOVED);
        assertThat(bench.running("guest-onboarding")).isEmpty();
    }

    @Test
    void dropsTheLetterOfGuestWhoAcceptsBeforeItLeaves() {
        bench.invite();
        bench.accept();

        bench.run("SendInvitation");

        assertThat(bench.state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.lettersFor(LetterPurpose.INVITATION)).extracting(Letter::state).containsExactly(LetterState.DROPPED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dropsTheSecondLetterOfGuestWhoAnswersBeforeItLeaves(boolean accepts) {
        bench.inviteAndAsk();
        bench.daysPassSinceTheLetter(1);
        asGrace(() -> resends.resend(bench.guest));

        if (accepts) {
            bench.accept();
        } else {
            bench.decline();
        }

        assertThat(bench.running("guest-onboarding")).isEmpty();
        assertThat(bench.lettersFor(LetterPurpose.INVITATION)).extracting(Letter::state)
                .containsExactlyInAnyOrder(LetterState.SENT, LetterState.DROPPED);
    }
}
