package io.guestflow.mail;

import static io.guestflow.mail.Manner.CONNECT;
import static io.guestflow.mail.Manner.END;
import static io.guestflow.mail.Manner.answering;
import static io.guestflow.mail.Manner.hangingUpAt;
import static io.guestflow.mail.Manner.leavingAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections to the mail server carry one letter after another. */
@Timeout(60)
class SmtpPoolTest {

    private final ScriptedServer server = new ScriptedServer(Manner::politely);
    private final AtomicInteger number = new AtomicInteger();
    private LetterBench bench = bench(Map.of());

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void sendsManyLettersOnOneConnection() throws Exception {
        for (int i = 0; i < 5; i++) {
            deliver();
        }

        assertThat(server.letters()).hasSize(5);
        assertThat(server.conversations()).isEqualTo(1);
    }

    @Test
    void beginsAnotherConnectionAfterSoManyLettersAndSaysGoodbyeToTheOld() throws Exception {
        bench = bench(Map.of("guestflow.mail.pool.letters-per-connection", "2"));
        for (int i = 0; i < 3; i++) {
            deliver();
        }

        assertThat(server.conversations()).isEqualTo(2);
        assertThat(server.conversation(1)).endsWith("QUIT\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void replacesAConnectionThatTheServerLeftWithoutCountingATry(String command) throws Exception {
        server.behaving(onItsSecond(command, hangingUpAt(command)), Manner::politely);
        deliver();

        LetterKey second = deliver();

        assertThat(server.conversations()).isEqualTo(2);
        assertThat(server.letters()).hasSize(2);
        assertThat(bench.letters.find(second)).get().satisfies(letter -> assertThat(letter.tries()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT"})
    void replacesAConnectionOnWhichTheServerSaysGoodbye(String command) throws Exception {
        server.behaving(onItsSecond(command, answering(command, "421 4.4.2 idle for too long")), Manner::politely);
        deliver();

        deliver();

        assertThat(server.conversations()).isEqualTo(2);
        assertThat(server.letters()).hasSize(2);
    }

    @Test
    void replacesAConnectionThatTheServerClosedWhileItWasIdle() throws Exception {
        server.behaving(leavingAfter(END), Manner::politely);
        deliver();

        deliver();

        assertThat(server.conversations()).isEqualTo(2);
        assertThat(server.letters()).hasSize(2);
    }

    @Test
    void triesNothingAgainOnceTheLetterItselfWasSaid() throws Exception {
        server.behaving(onItsSecond(END, hangingUpAt(END)), Manner::politely);
        deliver();
        LetterKey second = queued();

        assertThatThrownBy(() -> bench.letters.deliver(second, bench.known())).isInstanceOf(LetterNotDelivered.class);

        assertThat(server.conversations()).isEqualTo(1);
        assertThat(server.letters()).hasSize(1);
    }

    @Test
    void holdsTheDeadlineOnAConnectionThatHasCarriedALetterBefore() throws Exception {
        bench = bench(Map.of("guestflow.mail.deadline", "PT1S"));
        server.behaving(onItsSecond("MAIL", Manner.slowAt("MAIL")), Manner::politely);
        deliver();
        LetterKey second = queued();
        long start = System.nanoTime();

        assertThatThrownBy(() -> bench.letters.deliver(second, bench.known())).isInstanceOf(LetterNotDelivered.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
        assertThat(bench.letters.find(second)).get().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.QUEUED);
            assertThat(letter.serverAnswer()).contains("within PT1S");
        });
        assertThat(server.conversations()).isEqualTo(1);
    }

    @Test
    void keepsADeadlineFromEndingTheNextLettersConnection() throws Exception {
        bench = bench(Map.of("guestflow.mail.deadline", "PT0.6S"));
        long start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofMillis(1500).toNanos()) {
            deliver();
        }

        assertThat(server.conversations()).as("connections, %s letters", number.get()).isLessThanOrEqualTo(1 + number.get() / 100);
    }

    @Test
    void waitsForAConnectionNoLongerThanTheDeadline() throws Exception {
        bench = bench(Map.of("guestflow.mail.deadline", "PT1S", "guestflow.mail.pool.connections", "1"));
        var taken = new CountDownLatch(1);
        server.behaving(command -> {
            if (command.startsWith("MAIL")) {
                taken.countDown();
            }
            return Manner.slowAt("MAIL").answer(command);
        });
        LetterKey slow = queued();
        var other = new Thread(() -> assertThatThrownBy(() -> bench.letters.deliver(slow, bench.known())));
        other.start();
        taken.await();
        LetterKey waiting = queued();

        assertThatThrownBy(() -> bench.letters.deliver(waiting, bench.known())).isInstanceOf(LetterNotDelivered.class);

        other.join();
        assertThat(bench.letters.find(waiting)).get().satisfies(letter -> assertThat(letter.state()).isEqualTo(LetterState.QUEUED));
    }

    @Test
    void notesThatALetterHasLeftBeforeAConnectionIsOpenedForWhoeverWaits() throws Exception {
        bench = bench(Map.of("guestflow.mail.pool.connections", "1", "guestflow.mail.pool.letters-per-connection", "1"));
        var taken = new CountDownLatch(1);
        var found = new AtomicReference<LetterState>();
        LetterKey first = queued();
        LetterKey second = queued();
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

    @Test
    void letsOthersTryWhetherTheServerIsThere() throws Exception {
        JavaMailSenderImpl account = server.account();
        var other = new LetterBench(account, Map.of());
        other.letters.deliver(other.key(LetterPurpose.INVITATION), other.known());

        assertThatCode(account::testConnection).doesNotThrowAnyException();
    }

    private static boolean waitsForAConnection(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace()).anyMatch(step -> step.getClassName().endsWith("LinkedBlockingDeque"));
    }

    private LetterBench bench(Map<String, String> settings) {
        return new LetterBench(server.account(), settings);
    }

    private LetterKey queued() {
        LetterKey key = new LetterKey(bench.invitation, LetterPurpose.INVITATION, number.incrementAndGet());
        bench.letters.queue(key, bench.guest);
        return key;
    }

    private LetterKey deliver() throws Exception {
        LetterKey key = queued();
        bench.letters.deliver(key, bench.known());
        assertThat(bench.letters.find(key)).get().satisfies(letter -> assertThat(letter.state()).isEqualTo(LetterState.SENT));
        return key;
    }

    /** Politely until the command comes for the second time. */
    private static Manner onItsSecond(String command, Manner then) {
        var times = new AtomicInteger();
        return heard -> heard.startsWith(command) && times.incrementAndGet() > 1 ? then.answer(heard) : Manner.politely(heard);
    }
}
