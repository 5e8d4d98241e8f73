package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that another program has in hand, or had when it died. */
@Tag("database")
class LettersInHandTest {

    private static final Duration LONGEST_TRY = Duration.ofSeconds(90);

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of());
    private final LetterKey key = bench.key(LetterPurpose.INVITATION);

    @AfterEach
    void closePost() {
        post.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void leavesALetterAloneThatSomebodyElseHasInHandWhateverItsOwnClockSays(int daysAhead) {
        somebodyElseTakesUp();
        bench.passes(Duration.ofDays(daysAhead));
        bench.passesForTheDatabase(LONGEST_TRY.minusSeconds(10));

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class);
        assertThat(post.letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void sendsALetterThatADeadProgramLeftBehindWhateverItsOwnClockSays(int daysAhead) throws Exception {
        somebodyElseTakesUp();
        bench.passes(Duration.ofDays(daysAhead));
        bench.passesForTheDatabase(LONGEST_TRY.plusSeconds(1));

        bench.letters.deliver(key, bench.known());

        assertThat(post.letters()).hasSize(1);
        assertThat(letter().tries()).isEqualTo(2);
    }

    @Test
    void sendsALetterThatTheReleaseBeforeLeftBehindAsThatOneWould() throws Exception {
        somebodyElseTakesUp();
        bench.jdbc.sql("update letter set in_hand_since = null, changed_at = current_timestamp - interval '80' second").update();
        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class);

        bench.jdbc.sql("update letter set changed_at = current_timestamp - interval '91' second").update();
        bench.letters.deliver(key, bench.known());

        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void aTryThatComesBackLateDoesNotUndoAnothersSuccess() throws Exception {
        somebodyElseTakesUp();
        bench.passesForTheDatabase(LONGEST_TRY.plusSeconds(1));
        bench.letters.deliver(key, bench.known());

        bench.log.close(key, LetterState.QUEUED, new ServerAnswer(0, "Socket closed"));

        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(letter().serverAnswer()).doesNotContain("Socket closed");
    }

    @Test
    void remembersThatALetterHasLeftThoughTheDatabaseIsAwayWhenTheServerAnswers() throws Exception {
        try (var server = new ScriptedServer(Manner::politely)) {
            var away = new LetterBench(server.account(), Map.of());
            Thread sending = Thread.currentThread();
            server.behaving(command -> {
                if (command.equals(Manner.END)) {
                    away.jdbc.sql("alter table letter rename to letter_away").update();
                    CompletableFuture.runAsync(() -> bringBackOnceItWasMissed(away.jdbc, sending));
                }
                return Manner.politely(command);
            });

            away.letters.deliver(key, away.known());

            assertThat(away.letters.find(key)).get().extracting(Letter::state).isEqualTo(LetterState.SENT);
        }
    }

    @Test
    void hasNothingInHandAfterATry() {
        post.refusingLetters(451);

        catchThrowable(() -> bench.letters.deliver(key, bench.known()));

        assertThat(bench.jdbc.sql("select in_hand_since is null from letter").query(Boolean.class).single()).isTrue();
    }

    private void somebodyElseTakesUp() {
        bench.letters.queue(key, bench.guest);
        assertThat(bench.log.takeUp(key, "ada@analytical.example", LONGEST_TRY)).isTrue();
    }

    private Letter letter() {
        return bench.letters.find(key).orElseThrow();
    }

    private static void bringBackOnceItWasMissed(JdbcClient jdbc, Thread sending) {
        Awaitility.await().until(() -> Arrays.stream(sending.getStackTrace()).anyMatch(step -> step.getMethodName().equals("paused")));
        jdbc.sql("alter table letter_away rename to letter").update();
    }
}
