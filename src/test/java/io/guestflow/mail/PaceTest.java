package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPostponed;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of("guestflow.mail.letters-per-minute", "2"));

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void letsALetterOverThePaceWaitWithoutCountingATry() {
        deliver(1);
        deliver(2);

        LetterPostponed third = postponed(3);

        assertThat(third.turn()).isEqualTo(LetterBench.NOW.plusSeconds(30));
        assertThat(bench.letters.find(letter(3))).get().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.QUEUED);
            assertThat(letter.tries()).isZero();
        });
        assertThat(post.letters()).hasSize(2);
    }

    @Test
    void givesEachWaitingLetterATurnOfItsOwn() {
        deliver(1);
        deliver(2);

        assertThat(postponed(3).turn()).isEqualTo(LetterBench.NOW.plusSeconds(30));
        assertThat(postponed(4).turn()).isEqualTo(LetterBench.NOW.plusSeconds(60));
        assertThat(postponed(5).turn()).isEqualTo(LetterBench.NOW.plusSeconds(90));
    }

    @Test
    void letsEachLetterLeaveAtItsTurn() {
        deliver(1);
        deliver(2);
        postponed(3);
        postponed(4);

        bench.passes(Duration.ofSeconds(30));
        deliver(3);
        bench.passes(Duration.ofSeconds(30));
        deliver(4);

        assertThat(post.letters()).hasSize(4);
    }

    @Test
    void letsNobodyWaitForAPasscode() throws Exception {
        deliver(1);
        deliver(2);
        var passcode = new LetterKey(UUID.randomUUID(), LetterPurpose.PASSCODE, 1);
        bench.letters.queue(passcode, bench.guest);

        bench.letters.deliver(passcode);

        assertThat(post.letters()).hasSize(3);
    }

    @Test
    void asksNobodyForATurnWhereThereIsNoPace() {
        var free = new LetterBench(post.account(), Map.of());

        for (int i = 1; i <= 50; i++) {
            deliver(free, i);
        }

        assertThat(post.letters()).hasSize(50);
    }

    private LetterKey letter(int number) {
        return new LetterKey(bench.invitation, LetterPurpose.INVITATION, number);
    }

    private void deliver(int number) {
        deliver(bench, number);
    }

    private void deliver(LetterBench from, int number) {
        try {
            from.letters.queue(letter(number), from.guest);
            from.letters.deliver(letter(number), from.known());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private LetterPostponed postponed(int number) {
        bench.letters.queue(letter(number), bench.guest);
        return catchThrowableOfType(LetterPostponed.class, () -> bench.letters.deliver(letter(number), bench.known()));
    }
}
