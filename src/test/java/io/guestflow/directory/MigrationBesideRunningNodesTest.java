package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node of the next release changes the tables of PostgreSQL while others work. */
@GuestflowTest
class MigrationBesideRunningNodesTest {

    private static final String WAITS_FOR_ITS_TURN = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
            + " and datname = current_database()";

    @Autowired
    private Flyway flyway;

    @ParameterizedTest
    @CsvSource({"21, act_ru_job, x_job_locked, lock_owner_ IS NOT NULL", "22, directory_user, user_by_external_state, <> 'REMOVED'"})
    void waitsForALetterThatIsBeingSentButNobodyWaitsForIt(String before, String table, String index, String condition) throws SQLException {
        DataSource database = TestDatabase.emptyPostgres();
        JdbcClient others = JdbcClient.create(database);
        migrations(database).target(before).load().migrate();
        CompletableFuture<?> migration;
        try (Connection sendingALetter = database.getConnection()) {
            sendingALetter.setAutoCommit(false);
            sendingALetter.createStatement().execute("select * from " + table);

            migration = CompletableFuture.runAsync(() -> migrations(database).load().migrate());

            Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> others.sql(WAITS_FOR_ITS_TURN).query(Integer.class).single() == 1);
            assertThat(CompletableFuture.supplyAsync(() -> others.sql("delete from " + table + " where false").update()))
                    .succeedsWithin(Duration.ofSeconds(10));
            assertThat(migration).isNotDone();
            sendingALetter.rollback();
        }
        migration.join();
        assertThat(others.sql("select indexdef from pg_indexes where indexname = ?").param(index).query(String.class).single()).contains(condition);
    }

    private FluentConfiguration migrations(DataSource database) {
        return Flyway.configure().configuration(flyway.getConfiguration()).dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql");
    }
}
