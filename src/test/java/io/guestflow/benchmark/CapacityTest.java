package io.guestflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("same-on-every-database")
class CapacityTest {

    /** Of four life cycles, which took 200 ms of the node and 40 ms of PostgreSQL, and wrote 64 kB of log. */
    private final Capacity capacity = new Capacity(new Cost(200, 40, 0, 0, 65_536, 0).of(4));

    @Test
    void processorOfTheDatabaseCarriesAsManyLifeCyclesAsFitIntoASecond() {
        assertThat(capacity.perDatabaseProcessor()).isEqualTo(100);
    }

    @Test
    void processorOfTheDatabaseKeepsMoreOfTheNodesBusyIfTheyWorkLonger() {
        assertThat(capacity.nodeProcessorsPerDatabaseProcessor()).isEqualTo(5);
    }

    @Test
    void checkpointBeginsBeforeTheLogIsFullBecauseItGoesOnMeanwhile() {
        assertThat(capacity.perCheckpoint(1.9 * 1024 * 1024)).isCloseTo(64, within(1e-9));
    }
}
