package io.guestflow.faults;

import io.guestflow.installation.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** PostgreSQL stops answering without a word, as when its machine is lost, and another one answers to its name afterwards. */
@Faults
class VanishedDatabaseIT {

    private static final String SCENARIO = "vanished database";
    private static final int GUESTS = Integer.getInteger("faults.guests", 200);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void isGivenUpAndEverythingGoesOnWithTheOneThatAnswersNext() throws Exception {
        try (var installation = new Installation("vanished-database"); var road = new Road(installation.postgres().port())) {
            Node node = installation.node(Map.of("spring.datasource.url",
                    "jdbc:postgresql://127.0.0.1:" + road.port() + "/guestflow?socketTimeout=10&tcpKeepAlive=true")).start().awaitReady();
            try (var clients = new Clients(installation).begin(GUESTS, new Random(GUESTS))) {
                clients.awaitDone(GUESTS / 4);
                Instant lost = Instant.now();
                road.fallSilent();
                Awaitility.await("readiness no").atMost(LONGEST).until(() -> !node.isReady());
                Figures.print(SCENARIO, "until readiness said no", Duration.between(lost, Instant.now()));
                Awaitility.await("end of the silence").atMost(LONGEST).until(() -> Instant.now().isAfter(lost.plus(SILENCE)));
                road.openAgain();
                Instant back = Instant.now();
                Awaitility.await("readiness").atMost(LONGEST).until(node::isReady);
                Figures.print(SCENARIO, "until readiness said yes again", Duration.between(back, Instant.now()));
                AfterAnOutage.check(SCENARIO, clients.end(), clients, installation, NodeLog.of(node));
            }
        }
    }
}
