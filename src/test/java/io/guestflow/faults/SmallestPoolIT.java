package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The smallest pool of connections that the start accepts is enough, although each job that sends a letter needs two at once. */
@Faults
class SmallestPoolIT {

    private static final String SCENARIO = "smallest pool";
    private static final String KEY = "spring.datasource.hikari.maximum-pool-size";
    private static final Pattern REFUSAL = Pattern.compile(Pattern.quote(KEY) + " must be at least (\\d+)[^.]*\\.");
    private static final int GUESTS = Integer.getInteger("faults.guests", 300);

    @Test
    void worksUnderLoadAndASmallerOneIsRefused() throws Exception {
        try (var installation = new Installation("smallest-pool")) {
            int smallest = Integer.parseInt(refusal(installation, 1));
            assertThat(refusal(installation, smallest - 1)).isEqualTo(String.valueOf(smallest));
            Figures.print(SCENARIO, "connections", smallest);
            Node node = installation.node(pool(smallest)).start().awaitReady();
            installation.nodes().retainAll(List.of(node));
            try (var clients = new Clients(installation).begin(GUESTS, new Random(GUESTS))) {
                Ledger told = clients.end();
                Checker checker = installation.checker();
                Figures.print(SCENARIO, "guests invited", told.size());
                Figures.print(SCENARIO, "requests repeated, by answer", clients.program().unanswered().counts());
                Figures.print(SCENARIO, "until everything was at rest", checker.awaitRest(Duration.ofMinutes(2)));
                assertThat(checker.findings(told)).isEmpty();
                assertThat(told.count(Fate.UNSURE)).isZero();
                assertThat(clients.program().unanswered().counts()).isEmpty();
                assertThat(NodeLog.of(node).lines()).noneMatch(line -> line.contains("Connection is not available"));
            }
        }
    }

    /** Starts a program that has to end. @return the smallest pool that it asks for */
    private static String refusal(Installation installation, int pool) throws Exception {
        Node refused = installation.node(pool(pool)).start();
        assertThat(refused.process().waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.process().exitValue()).isNotZero();
        return NodeLog.of(refused).lines().stream().map(REFUSAL::matcher).filter(Matcher::find).findFirst().orElseThrow().group(1);
    }

    private static Map<String, String> pool(int size) {
        return Map.of(KEY, String.valueOf(size));
    }
}
