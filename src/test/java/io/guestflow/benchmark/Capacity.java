package io.guestflow.benchmark;

/**
 * How far machines carry life cycles that cost so much, if the work is spread evenly and nothing but the named resource is short.
 *
 * @param lifeCycle cost of one
 */
record Capacity(Cost lifeCycle) {

    /** {@code checkpoint_completion_target}: so early a checkpoint begins that log written meanwhile has room, too. */
    private static final double COMPLETION_TARGET = 0.9;

    /** Life cycles per second for each processor of the database server. */
    double perDatabaseProcessor() {
        return 1_000 / lifeCycle.database();
    }

    /** How many processors of nodes one processor of the database server keeps busy. */
    double nodeProcessorsPerDatabaseProcessor() {
        return lifeCycle.node() / lifeCycle.database();
    }

    /** Life cycles between two checkpoints. @param largestLog PostgreSQL's {@code max_wal_size}, in bytes */
    double perCheckpoint(double largestLog) {
        return largestLog / (1 + COMPLETION_TARGET) / lifeCycle.log();
    }
}
