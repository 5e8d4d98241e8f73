package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes start on an empty database at once, and both want to set it up. */
@Faults
class EmptyDatabaseIT {

    private static final String SCENARIO = "empty database";
    private static final int GUESTS = 16;

    @RepeatedTest(3)
    void isSetUpOnceAndServesBothNodes(RepetitionInfo round) throws Exception {
        try (var installation = new Installation("empty-database-" + round.getCurrentRepetition())) {
            Instant begin = Instant.now();
            Node first = installation.node(Map.of()).start();
            Node second = installation.node(Map.of()).start();
            first.awaitReady();
            second.awaitReady();
            Figures.print(SCENARIO, "until both were ready, round " + round.getCurrentRepetition(), Duration.between(begin, Instant.now()));
            assertThat(List.of(first, second)).flatMap(Node::errors).isEmpty();
            assertSetUpOnce(JdbcClient.create(installation.database()), List.of(NodeLog.of(first), NodeLog.of(second)));
            try (var clients = new Clients(installation).begin(GUESTS, new Random(GUESTS))) {
                Ledger told = clients.end();
                Checker checker = installation.checker();
                checker.awaitRest(Duration.ofMinutes(2));
                assertThat(checker.findings(told)).isEmpty();
                assertThat(told.count(Fate.UNSURE)).isZero();
                assertThat(clients.program().unanswered().counts()).isEmpty();
            }
        }
    }

    private static void assertSetUpOnce(JdbcClient database, List<NodeLog> logs) {
        assertThat(logs.stream().flatMap(log -> log.lines().stream()).filter(line -> line.contains("as admin with the password"))).hasSize(1);
        assertThat(List.of("act_re_deployment", "signing_key", "installation")).allSatisfy(table ->
                assertThat(database.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isEqualTo(1));
        assertThat(database.sql("select count(*) from act_ru_filter group by name_").query(Integer.class).list()).isNotEmpty().containsOnly(1);
        assertThat(database.sql("select count(*) from flyway_schema_history where not success").query(Integer.class).single()).isZero();
    }
}
