package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two nodes, of which the clock of one jumps a day ahead, and back again. */
@Faults
class ClockJumpIT {

    private static final String SCENARIO = "clock jump";
    private static final int GUESTS = Integer.getInteger("faults.guests", 200);

    @Test
    void repeatsNoLetterAndLosesNobodyWhenTheClockOfANodeJumps() throws Exception {
        try (var installation = new Installation(SCENARIO.replace(' ', '-'))) {
            var clock = new MovedClock(Path.of("target", "faults", "clock-jump").toAbsolutePath());
            Map<String, String> reminders = Map.of("guestflow.invitation.reminders", "PT20H,P7D");
            installation.node(reminders).with(clock.environment()).start().awaitReady();
            installation.node(reminders).start().awaitReady();
            try (var clients = new Clients(installation).begin(GUESTS, new Random(GUESTS))) {
                clients.awaitDone(GUESTS / 3);
                clock.move("+1d");
                clients.awaitDone(GUESTS * 2 / 3);
                clock.move("+0d");
                check(clients.end(), clients, installation);
            }
        }
    }

    private static void check(Ledger told, Clients clients, Installation installation) {
        Checker checker = installation.checker();
        Figures.print(SCENARIO, "guests invited", told.size());
        Figures.print(SCENARIO, "requests repeated, by answer", clients.program().unanswered().counts());
        Figures.print(SCENARIO, "guests who gave up", told.count(Fate.UNSURE));
        Figures.print(SCENARIO, "until everything was at rest", checker.awaitRest(Duration.ofMinutes(4)));
        PostCheck post = checker.post();
        Figures.print(SCENARIO, "letters, of these twice", installation.mail().size() + ", " + post.repeated());
        assertThat(checker.findings(told)).isEmpty();
        assertThat(post.repeated()).isZero();
        assertThat(clients.program().unanswered().unclear()).isEmpty();
    }
}
