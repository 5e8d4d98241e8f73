package io.guestflow.faults;

import io.guestflow.installation.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** PostgreSQL is gone for half a minute while clients go on asking. */
@Faults
class StoppedDatabaseIT {

    private static final String SCENARIO = "stopped database";
    private static final int GUESTS = Integer.getInteger("faults.guests", 300);
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void saysSoAndGoesOnByItselfWhenTheDatabaseIsBack() throws Exception {
        try (var installation = new Installation("stopped-database")) {
            Node node = installation.node(Map.of()).start().awaitReady();
            try (var clients = new Clients(installation).begin(GUESTS, new Random(GUESTS))) {
                clients.awaitDone(GUESTS / 4);
                NodeLog before = NodeLog.of(node);
                stopForAWhile(installation, node);
                Ledger told = clients.end();
                AfterAnOutage.check(SCENARIO, told, clients, installation, NodeLog.of(node).since(before));
            }
        }
    }

    private static void stopForAWhile(Installation installation, Node node) {
        Instant stopped = Instant.now();
        installation.postgres().stop();
        Figures.print(SCENARIO, "until readiness said no", await(() -> !node.isReady()));
        Awaitility.await("end of the outage").atMost(LONGEST).until(() -> Instant.now().isAfter(stopped.plus(OUTAGE)));
        installation.postgres().startAgain();
        Figures.print(SCENARIO, "until readiness said yes again", await(node::isReady));
    }

    private static Duration await(Callable<Boolean> condition) {
        Instant begin = Instant.now();
        Awaitility.await("readiness").atMost(LONGEST).until(condition);
        return Duration.between(begin, Instant.now());
    }
}
