package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.TestDatabase;
import io.guestflow.guest.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How PostgreSQL counts guests when there are many. */
@GuestflowTest
class CountByIndexTest {

    /** A table without rows is planned like a large one only if nothing else is allowed. */
    private static final String LIKE_A_LARGE_TABLE = """
            set enable_seqscan = off; set enable_bitmapscan = off;
            set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_index_scan_size = 0""";

    @Autowired
    private Flyway flyway;

    @Test
    void readsTheNumberOfThoseWhoHaveNotAnsweredOffTheIndexWithoutHelp() throws SQLException {
        assertThat(planOfCount(Condition.equal("externalUserState", "PendingAcceptance"))).contains("Index Only Scan using user_by_external_state").doesNotContain("Gather");
    }

    @Test
    void readsTheNumberOfAllWhoAreThereOffTheSameIndex() throws SQLException {
        assertThat(planOfCount(Condition.NONE)).contains("Index Only Scan using user_by_external_state").doesNotContain("Gather");
    }

    private String planOfCount(Condition condition) throws SQLException {
        var database = TestDatabase.emptyPostgres();
        Flyway.configure().configuration(flyway.getConfiguration()).dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql").load().migrate();
        Table users = UserTable.present(DirectoryDatabase.NAMES);
        var parameters = new Parameters();
        String count = "select count(*) from " + users.from() + " where " + users.where() + " and (" + new ConditionSql(users, parameters).of(condition) + ")";
        try (Connection connection = database.getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            sql.sql(LIKE_A_LARGE_TABLE).update();
            return String.join("\n", sql.sql("explain " + count).params(parameters.values()).query(String.class).list());
        }
    }
}
