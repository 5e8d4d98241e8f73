package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.guestflow.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class InvitationQuotaTest {

    private static final int MOST = 150;
    private static final int BLOCK = MOST / 15;

    @Test
    void isSharedByTheNodesOfOneDatabaseSaveForABlockEach() {
        DataSource database = TestDatabase.emptyPostgres();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/postgresql/V9__invitation_quota.sql")).execute(database);
        var one = InvitationQuota.ofAllNodes(MOST, database);
        var other = InvitationQuota.ofAllNodes(MOST, database);
        long start = System.nanoTime();

        int taken = 0;
        while (one.take().isEmpty() | other.take().isEmpty()) {
            taken += 2;
        }

        long refilled = MOST * (System.nanoTime() - start) / Duration.ofSeconds(5).toNanos();
        assertThat(taken).isBetween(MOST - 2 * BLOCK, (int) (MOST + refilled + 2 * BLOCK));
        assertThat(one.take()).hasValueSatisfying(pause -> assertThat(pause).isPositive());
    }

    @Test
    void ofOneNodeIsWhatTheOperatorSays() {
        var quota = InvitationQuota.ofOneNode(2, TimeMeter.SYSTEM_MILLISECONDS);

        assertThat(quota.take()).isEqualTo(Optional.empty());
        assertThat(quota.take()).isEqualTo(Optional.empty());
        assertThat(quota.take()).isPresent();
    }
}
