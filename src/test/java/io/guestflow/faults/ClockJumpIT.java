package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
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
                Awaitility.await("the other day").atMost(Duration.ofMinutes(1)).until(() -> isADayAhead(installation.nodes().get(0)));
                clients.awaitDone(GUESTS * 2 / 3);
                clock.move("+0d");
                check(clients.end(), clients, installation);
            }
        }
    }

    /** As its answers have it. */
    private static boolean isADayAhead(Node node) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(node.url() + "/actuator/health")).build(),
                HttpResponse.BodyHandlers.discarding());
        Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.headers().firstValue("Date").orElseThrow(), Instant::from);
        return there.isAfter(Instant.now().plus(Duration.ofHours(23)));
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
        assertThat(told.count(Fate.UNSURE)).isZero();
        assertThat(post.repeated()).isZero();
        assertThat(installation.linesThatNameGuests()).isEmpty();
        assertThat(clients.program().unanswered().unclear()).isEmpty();
    }
}
