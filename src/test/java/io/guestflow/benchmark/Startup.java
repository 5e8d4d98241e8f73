package io.guestflow.benchmark;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.awaitility.Awaitility;

/** Waits for the first answer of a program that has just been started. */
final class Startup {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Startup() {
    }

    /** @return seconds from the start of the process until the page was answered with 200 */
    static double seconds(Web web, Process process, String page) {
        long begun = System.nanoTime();
        Awaitility.await("answer of " + page).atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(BETWEEN).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The program behind " + page + " has ended; see its log.");
            }
            return answers(web, page);
        });
        return (System.nanoTime() - begun) / 1e9;
    }

    private static boolean answers(Web web, String page) {
        try {
            return web.send(new HttpGet(page)).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
