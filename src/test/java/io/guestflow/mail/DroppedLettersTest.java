package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Letters that nobody needs any more, and those that are needed still. */
@Tag("database")
class DroppedLettersTest {

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of());
    private final LetterKey key = bench.key(LetterPurpose.INVITATION);

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void sendsNoDroppedLetter() throws Exception {
        bench.letters.queue(key, bench.guest);
        bench.letters.dropWaiting(bench.guest);

        bench.letters.deliver(key);

        assertThat(post.letters()).isEmpty();
        assertThat(letter().state()).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void stillTellsTheInviterWhenTheGuestsLettersAreDropped() throws Exception {
        LetterKey notice = bench.key(LetterPurpose.INVITER_DECLINED);
        bench.letters.queue(notice, bench.guest);
        bench.letters.dropWaiting(bench.guest);

        bench.letters.deliver(notice);

        assertThat(post.envelopes()).containsExactly(List.of("adele@contoso.example"));
    }

    @Test
    void dropsTheLetterOfAGuestWhoIsGone() throws Exception {
        bench.letters.queue(key, bench.guest);
        bench.knows(null);

        bench.letters.deliver(key);

        assertThat(post.conversations()).isZero();
        assertThat(letter().state()).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void dropsACodeThatCannotBeUsedAnyMore() throws Exception {
        LetterKey passcode = bench.key(LetterPurpose.PASSCODE);
        bench.letters.queue(passcode, bench.guest);
        bench.passes(Duration.ofMinutes(30));

        bench.letters.deliver(passcode);

        assertThat(post.letters()).isEmpty();
        assertThat(bench.letters.find(passcode)).get().extracting(Letter::state).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void dropsNewsForAnInviterWithoutAnAddress() throws Exception {
        bench.inviterIs("Adele Vance", null);
        LetterKey notice = bench.key(LetterPurpose.INVITER_ACCEPTED);
        bench.letters.queue(notice, bench.guest);

        bench.letters.deliver(notice);

        assertThat(post.letters()).isEmpty();
    }

    private Letter letter() {
        return bench.letters.find(key).orElseThrow();
    }
}
