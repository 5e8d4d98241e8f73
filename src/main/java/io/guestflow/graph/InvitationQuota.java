package io.guestflow.graph;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is left of the requests about invitations that the installation takes. */
class InvitationQuota {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    /** A node draws the fifteenth part at once, so that not every request asks the database. */
    private static final int BLOCKS = 15;
    private static final Duration LONGEST_OWN_COUNT = Duration.ofSeconds(1);

    private final Bucket bucket;

    private InvitationQuota(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Counted in the memory of the only node. @param most requests within 5 seconds */
    static InvitationQuota ofOneNode(int most, TimeMeter time) {
        return new InvitationQuota(Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW)).build());
    }

    /**
     * Counted in a PostgreSQL database; a node may take a block too many before it learns of the others.
     *
     * @param most requests within 5 seconds, all nodes together; another value begins another count
     */
    static InvitationQuota ofAllNodes(int most, DataSource database, TimeMeter time) {
        var configuration = BucketConfiguration.builder().addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW)).build();
        var block = new DelayParameters(Math.max(1, most / BLOCKS), LONGEST_OWN_COUNT);
        Bucket bucket = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database).table("invitation_quota").clientClock(time).build().builder()
                .withOptimization(new DelayOptimization(block, NopeOptimizationListener.INSTANCE, time)).build((long) most, () -> configuration);
        // makes the row while nobody else asks: of requests that find none at once, all but one would fail
        bucket.getAvailableTokens();
        return new InvitationQuota(bucket);
    }

    /**
     * Takes one request.
     *
     * @return how long to wait before the next try, if none is left
     * @throws DataAccessResourceFailureException if it cannot be counted
     */
    Optional<Duration> take() {
        ConsumptionProbe taken = probe();
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private ConsumptionProbe probe() {
        try {
            return bucket.tryConsumeAndReturnRemaining(1);
        } catch (RuntimeException uncounted) {
            throw new DataAccessResourceFailureException("The request cannot be counted.", uncounted);
        }
    }
}
