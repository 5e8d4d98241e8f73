package io.guestflow.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param name    as the report tells it
 * @param rounds  alternating rounds, after the warm-up
 * @param warmUp  one step of it; {@link WarmUp} repeats the step
 * @param longestWarmUp after which nobody waits for a program's compilers any more
 * @param readings of each list and page of a town that an index finds, before the first round
 * @param round   how long each program is measured in each round
 * @param pending how many guests wait, for the measurement of growth
 * @param letters that are sent in one go
 * @param inRow   invitations that are made one after another while the heap is watched
 * @param starts  of the program in each variant
 */
record Scale(String name, int rounds, Duration warmUp, Duration longestWarmUp, int readings, Duration round, List<Integer> pending, int letters, int inRow,
        int starts) {

    static final Scale FULL = new Scale("full", 5, Duration.ofSeconds(40), Duration.ofMinutes(15), 2_000, Duration.ofSeconds(8),
            List.of(1_000, 100_000, 1_000_000), 2_000, 10_000, 3);
    /** To try whether the benchmark itself works; its figures mean little. */
    static final Scale QUICK = new Scale("quick", 2, Duration.ofSeconds(8), Duration.ofSeconds(40), 200, Duration.ofSeconds(4),
            List.of(1_000, 2_000, 4_000), 200, 500, 1);
}
