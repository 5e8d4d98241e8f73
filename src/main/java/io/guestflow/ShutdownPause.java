package io.guestflow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Serves on for a while after the readiness probe has begun to refuse, until the balancer before the nodes has noticed. */
@Component
class ShutdownPause implements SmartLifecycle {

    private final Duration pause;
    private final AtomicBoolean running = new AtomicBoolean();

    ShutdownPause(Settings settings) {
        this.pause = settings.pause();
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public void stop(Runnable stopped) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            stop();
            stopped.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Stops before the web server does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /**
     * How the program ends.
     *
     * @param pause from the first refusal of the readiness probe to that of new connections; as long as the balancer needs to notice
     */
    @ConfigurationProperties("guestflow.shutdown")
    record Settings(@DefaultValue("PT0S") Duration pause) {
    }
}
