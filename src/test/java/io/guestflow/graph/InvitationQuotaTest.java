package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class InvitationQuotaTest {

    private static final int MOST = 150;
    private static final int BLOCK = MOST / 15;
    private static final int CLIENTS = 8;

    private final HandWound time = new HandWound();

    @Test
    void countsTheVeryFirstRequestsThoughTheyComeAtOnce() throws Exception {
        var quota = InvitationQuota.ofAllNodes(MOST, emptyDatabase(), time);
        var together = new CyclicBarrier(CLIENTS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

        List<Future<Optional<Duration>>> first = clients.invokeAll(Collections.nCopies(CLIENTS, () -> {
            together.await();
            return quota.take();
        }));

        clients.shutdown();
        assertThat(first).allSatisfy(request -> assertThat(request.get()).isEmpty());
    }

    @Test
    void isSharedByTheNodesOfOneDatabaseSaveForABlockEach() {
        DataSource database = emptyDatabase();
        var one = InvitationQuota.ofAllNodes(MOST, database, time);
        var other = InvitationQuota.ofAllNodes(MOST, database, time);

        assertThat(takenInTurns(one, other)).isBetween(MOST, MOST + BLOCK);

        time.pass(Duration.ofSeconds(5));
        assertThat(takenInTurns(one, other)).isBetween(MOST - BLOCK, MOST + BLOCK);
    }

    @Test
    void saysHowLongToWaitForTheNextOne() {
        var quota = InvitationQuota.ofAllNodes(MOST, emptyDatabase(), time);
        IntStream.range(0, MOST).forEach(request -> quota.take());

        assertThat(quota.take()).hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5).dividedBy(MOST)));
    }

    @Test
    void saysThatItCannotCountWhileTheDatabaseIsAway() {
        var away = new AtomicBoolean();
        var quota = InvitationQuota.ofAllNodes(MOST, new DelegatingDataSource(emptyDatabase()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLException("connection refused", "08001");
                }
                return super.getConnection();
            }
        }, time);
        away.set(true);

        assertThatThrownBy(() -> IntStream.rangeClosed(0, BLOCK).forEach(request -> quota.take()))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void ofOneNodeIsWhatTheOperatorSays() {
        var quota = InvitationQuota.ofOneNode(2, time);

        assertThat(quota.take()).isEqualTo(Optional.empty());
        assertThat(quota.take()).isEqualTo(Optional.empty());
        assertThat(quota.take()).isPresent();
    }

    private static int takenInTurns(InvitationQuota... nodes) {
        int taken = 0;
        long answered;
        do {
            answered = Stream.of(nodes).filter(node -> node.take().isEmpty()).count();
            taken += (int) answered;
        } while (answered > 0);
        return taken;
    }

    private static DataSource emptyDatabase() {
        DataSource database = TestDatabase.emptyPostgres();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/postgresql/V9__invitation_quota.sql")).execute(database);
        return database;
    }
}
