package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Timeout(60)
class DeadlineTest {

    private static final Duration DEADLINE = Duration.ofMillis(700);

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch over = new CountDownLatch(1);

    DeadlineTest() throws IOException {
    }

    @AfterEach
    void closeServer() throws IOException {
        over.countDown();
        server.close();
    }

    @Test
    void givesUpOnAServerThatNeverSpeaks() {
        answering(client -> over.await());

        givesUpInTime();
    }

    @Test
    void givesUpOnAServerThatSaysALittleNowAndThenForEver() {
        answering(client -> {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                client.getOutputStream().write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });

        givesUpInTime();
    }

    private void givesUpInTime() {
        var account = new JavaMailSenderImpl();
        account.setHost("127.0.0.1");
        account.setPort(server.getLocalPort());
        var bench = new LetterBench(account, Map.of("guestflow.mail.deadline", DEADLINE.toString()));
        LetterKey key = bench.key(LetterPurpose.INVITATION);
        bench.letters.queue(key, bench.guest);
        long start = System.nanoTime();

        assertThatThrownBy(() -> bench.letters.deliver(key)).isInstanceOf(LetterNotDelivered.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(DEADLINE, DEADLINE.plusSeconds(15));
        assertThat(bench.letters.find(key)).get().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.QUEUED);
            assertThat(letter.serverAnswer()).contains("within PT0.7S");
        });
    }

    private void answering(Answer answer) {
        var thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                answer.give(client);
            } catch (IOException | InterruptedException end) {
                over.countDown();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Answer {

        void give(Socket client) throws IOException, InterruptedException;
    }
}
