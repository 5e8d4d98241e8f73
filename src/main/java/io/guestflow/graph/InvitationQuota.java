package io.guestflow.graph;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** What is left of the requests about invitations that the installation takes, counted in this node's memory. */
class InvitationQuota {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Bucket bucket;

    /** @param most requests within 5 seconds */
    InvitationQuota(int most, TimeMeter time) {
        this.bucket = Bucket.builder().withCustomTimePrecision(time).addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW)).build();
    }

    /** Takes one request. @return how long to wait before the next try, if none is left */
    Optional<Duration> take() {
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }
}
