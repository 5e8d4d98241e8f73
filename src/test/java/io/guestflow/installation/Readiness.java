package io.guestflow.installation;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Which nodes are ready, asked again and again. */
final class Readiness implements AutoCloseable {

    private static final int PERIOD_MILLIS = 300;

    private final List<Node> all;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(Balancer::daemon);
    private volatile List<Node> ready;

    Readiness(List<Node> all) {
        this.all = all;
        this.ready = all;
        asking.scheduleWithFixedDelay(this::ask, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One of the ready nodes; of all, if none is known to be ready. */
    Node oneOf(int turn) {
        List<Node> candidates = ready.isEmpty() ? all : ready;
        return candidates.get(Math.floorMod(turn, candidates.size()));
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }

    private void ask() {
        ready = all.stream().filter(Node::isReady).toList();
    }
}
