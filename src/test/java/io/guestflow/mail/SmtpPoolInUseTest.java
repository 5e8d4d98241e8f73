package io.guestflow.mail;

import static io.guestflow.mail.Manner.CONNECT;
import static io.guestflow.mail.Manner.END;
import static io.guestflow.mail.Manner.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterState;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Letters that wait for the only connection to the mail server. */
@Timeout(60)
class SmtpPoolInUseTest {

    private final ScriptedServer server = new ScriptedServer(Manner::politely);

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void waitsForAConnectionNoLongerThanTheDeadline() throws Exception {
        var bench = bench(Map.of("guestflow.mail.deadline", "PT1S", "guestflow.mail.pool.connections", "1"));
        var taken = new CountDownLatch(1);
        server.behaving(command -> {
            if (command.startsWith("MAIL")) {
                taken.countDown();
            }
            return Manner.slowAt("MAIL").answer(command);
        });
        LetterKey slow = bench.queued();
        var other = new Thread(() -> assertThatThrownBy(() -> bench.letters.deliver(slow, bench.known())));
        other.start();
        taken.await();
        LetterKey waiting = bench.queued();

        assertThatThrownBy(() -> bench.letters.deliver(waiting, bench.known())).isInstanceOf(LetterNotDelivered.class);

        other.join();
        assertThat(bench.letters.find(waiting)).get().satisfies(letter -> assertThat(letter.state()).isEqualTo(LetterState.QUEUED));
    }

    @Test
    void notesThatALetterHasLeftBeforeAConnectionIsOpenedForWhoeverWaits() throws Exception {
        var bench = bench(Map.of("guestflow.mail.pool.connections", "1", "guestflow.mail.pool.letters-per-connection", "1"));
        var taken = new CountDownLatch(1);
        var found = new AtomicReference<LetterState>();
        LetterKey first = bench.queued();
        LetterKey second = bench.queued();
        var waiting = new Thread(() -> catchThrowable(() -> bench.letters.deliver(second, bench.known())));
        server.behaving(command -> {
            if (command.equals(END)) {
                taken.countDown();
                Awaitility.await().until(() -> waitsForAConnection(waiting));
            }
            return Manner.politely(command);
        }, command -> {
            found.compareAndSet(null, bench.letters.find(first).orElseThrow().state());
            return answering(CONNECT, "421 too many connections").answer(command);
        }, Manner::politely);
        var sending = CompletableFuture.runAsync(() -> assertThatCode(() -> bench.letters.deliver(first, bench.known())).doesNotThrowAnyException());
        taken.await();
        waiting.start();

        sending.join();

        assertThat(found).hasValue(LetterState.SENT);
        assertThat(bench.letters.find(first)).get().extracting(Letter::state).isEqualTo(LetterState.SENT);
        waiting.interrupt();
        waiting.join();
    }

    private static boolean waitsForAConnection(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace()).anyMatch(step -> step.getClassName().endsWith("LinkedBlockingDeque"));
    }

    private LetterBench bench(Map<String, String> settings) {
        return new LetterBench(server.account(), settings);
    }
}
