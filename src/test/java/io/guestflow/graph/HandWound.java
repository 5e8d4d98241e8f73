package io.guestflow.graph;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Stands still until somebody lets time pass. */
class HandWound implements TimeMeter {

    private long nanos;

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
