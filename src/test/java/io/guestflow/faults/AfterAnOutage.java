package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import java.time.Duration;

/** What must hold once a database that was away is back. */
final class AfterAnOutage {

    private AfterAnOutage() {
    }

    static void check(String scenario, Ledger told, Clients clients, Installation installation, NodeLog log) {
        Checker checker = installation.checker();
        Figures.print(scenario, "guests invited", told.size());
        Figures.print(scenario, "requests repeated, by answer", clients.program().unanswered().counts());
        Figures.print(scenario, "until everything was at rest", checker.awaitRest(Duration.ofMinutes(4)));
        Figures.print(scenario, "letters, of these twice", installation.mail().size() + ", " + checker.post().repeated());
        Figures.print(scenario, "warnings and errors in the log", log.complaints().size());
        assertThat(checker.findings(told)).isEmpty();
        assertThat(told.count(Fate.UNSURE)).isZero();
        assertThat(checker.post().repeated()).isLessThanOrEqualTo(Installation.JOB_THREADS);
        assertThat(installation.linesThatNameGuests()).isEmpty();
        assertThat(clients.program().unanswered().counts()).doesNotContainKey("500");
        assertThat(clients.program().unanswered().unclear()).isEmpty();
        assertThat(log.steps()).isEmpty();
    }
}
