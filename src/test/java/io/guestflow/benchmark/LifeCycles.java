package io.guestflow.benchmark;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients who carry guests through their life cycle. Whoever is free goes on with a guest who is ready for the next step, or begins with
 * another guest, so that nobody only waits; a few guests for each client are on their way at once.
 */
final class LifeCycles {

    private static final int GUESTS_PER_CLIENT = 4;
    private static final Duration LONGEST_END = Duration.ofMinutes(2);

    private final BlockingQueue<Step> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Step beginning;

    LifeCycles(Step beginning) {
        this.beginning = beginning;
    }

    /** A guest has become ready for this step. */
    void goOn(Step step) {
        ready.add(step);
    }

    /** A guest is active. */
    void ended() {
        onTheirWay.decrementAndGet();
        ended.incrementAndGet();
    }

    /** How many have become active so far. */
    int count() {
        return ended.get();
    }

    /** @return life cycles per second that came to their end within the time; those on their way then are ended, too, but not counted */
    double perSecond(int clients, Duration time) throws Exception {
        long start = System.nanoTime();
        int before = ended.get();
        Load.inParallel(clients, () -> {
            while (System.nanoTime() - start < time.toNanos()) {
                step(onTheirWay.get() < GUESTS_PER_CLIENT * clients);
            }
            return null;
        });
        int within = ended.get() - before;
        double seconds = (System.nanoTime() - start) / 1e9;
        bringToAnEnd(clients);
        return within / seconds;
    }

    private void bringToAnEnd(int clients) throws Exception {
        long start = System.nanoTime();
        Load.inParallel(clients, () -> {
            while (onTheirWay.get() > 0) {
                step(false);
                if (System.nanoTime() - start > LONGEST_END.toNanos()) {
                    throw new IllegalStateException(onTheirWay + " guests got stuck on their way.");
                }
            }
            return null;
        });
    }

    private void step(boolean mayBegin) throws Exception {
        Step next = ready.poll();
        if (next == null && mayBegin) {
            onTheirWay.incrementAndGet();
            next = beginning;
        }
        if (next == null) {
            next = ready.poll(10, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
            next.take();
        }
    }

    /** What a client does for a guest in one go. */
    interface Step {

        void take() throws Exception;
    }
}
