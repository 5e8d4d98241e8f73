package io.guestflow.mail;

import static io.guestflow.mail.Manner.END;
import static io.guestflow.mail.Manner.answering;
import static io.guestflow.mail.Manner.hangingUpAt;
import static io.guestflow.mail.Manner.leavingAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
        LetterKey second = bench.queued();

        assertThatThrownBy(() -> bench.letters.deliver(second, bench.known())).isInstanceOf(LetterNotDelivered.class);

        assertThat(server.conversations()).isEqualTo(1);
        assertThat(server.letters()).hasSize(1);
    }

    @Test
    void holdsTheDeadlineOnAConnectionThatHasCarriedALetterBefore() throws Exception {
        bench = bench(Map.of("guestflow.mail.deadline", "PT1S"));
        server.behaving(onItsSecond("MAIL", Manner.slowAt("MAIL")), Manner::politely);
        deliver();
        LetterKey second = bench.queued();
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

        int letters = server.letters().size();
        assertThat(server.conversations()).as("connections, %s letters", letters).isLessThanOrEqualTo(1 + letters / 100);
    }

    @Test
    void letsOthersTryWhetherTheServerIsThere() throws Exception {
        JavaMailSenderImpl account = server.account();
        var other = new LetterBench(account, Map.of());
        other.letters.deliver(other.key(LetterPurpose.INVITATION), other.known());

        assertThatCode(account::testConnection).doesNotThrowAnyException();
    }

    private LetterBench bench(Map<String, String> settings) {
        return new LetterBench(server.account(), settings);
    }

    private LetterKey deliver() throws Exception {
        LetterKey key = bench.queued();
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
