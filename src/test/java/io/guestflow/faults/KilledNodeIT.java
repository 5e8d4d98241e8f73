package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes, of which now and then one dies as by kill -9, in the middle of whatever it does. */
@Faults
class KilledNodeIT {

    private static final String SCENARIO = "killed node";
    private static final int GUESTS = Integer.getInteger("faults.guests", 1000);
    private static final int KILLS = Integer.getInteger("faults.kills", 6);
    private static final long SEED = Long.getLong("faults.seed", System.currentTimeMillis());

    @Test
    void losesNoGuestAndRepeatsNoLetterWhicheverMomentANodeDies() throws Exception {
        var random = new Random(SEED);
        Figures.print(SCENARIO, "seed (-Dfaults.seed)", SEED);
        try (var installation = new Installation("killed-node")) {
            installation.node(Map.of()).start().awaitReady();
            installation.node(Map.of()).start().awaitReady();
            try (var clients = new Clients(installation).begin(GUESTS, random)) {
                moments(random).forEach(moment -> {
                    clients.awaitDone(moment);
                    Node victim = installation.nodes().get(random.nextInt(2));
                    victim.kill();
                    victim.start().awaitReady();
                });
                check(clients, installation);
            }
        }
    }

    private static IntStream moments(Random random) {
        return random.ints(KILLS, 1, GUESTS).sorted();
    }

    private static void check(Clients clients, Installation installation) throws Exception {
        Ledger told = clients.end();
        Checker checker = installation.checker();
        Figures.print(SCENARIO, "guests invited, kills", told.size() + ", " + KILLS);
        Figures.print(SCENARIO, "requests repeated, by answer", clients.program().unanswered().counts());
        Figures.print(SCENARIO, "guests who gave up", told.count(Fate.UNSURE));
        Figures.print(SCENARIO, "until everything was at rest", checker.awaitRest(Duration.ofMinutes(7)));
        PostCheck post = checker.post();
        Figures.print(SCENARIO, "letters, of these twice in the window after the 250, left unnoted",
                "%d, %d, %d".formatted(installation.mail().size(), post.repeated(), post.leftUnnoted()));
        assertThat(checker.findings(told)).isEmpty();
        assertThat(told.count(Fate.UNSURE)).isZero();
        assertThat(post.repeated()).isLessThanOrEqualTo((long) KILLS * Installation.JOB_THREADS);
        assertThat(clients.program().unanswered().unclear()).isEmpty();
        assertThat(installation.linesThatNameGuests()).isEmpty();
    }
}
