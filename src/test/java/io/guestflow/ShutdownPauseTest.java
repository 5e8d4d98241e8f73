package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

class ShutdownPauseTest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ShutdownPause pause = new ShutdownPause(new ShutdownPause.Settings(PAUSE));

    @Test
    void letsTheBalancerNoticeBeforeTheWebServerStops() throws InterruptedException {
        var over = new CountDownLatch(1);
        pause.start();
        long begin = System.nanoTime();

        pause.stop(over::countDown);

        assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(PAUSE.toNanos());
        assertThat(pause.isRunning()).isFalse();
        assertThat(pause.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }
}
