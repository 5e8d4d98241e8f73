package io.guestflow.benchmark;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Leaves nothing of guests whose lives have come to their end, as if nobody had been invited yet. */
record Clearance(DataSource database) {

    private static final List<String> ROWS = List.of("directory_user where user_type = 'Guest'", "invitation", "consent", "letter", "passcode",
            "guest_session", "audit_entry", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst");

    void clear() throws SQLException {
        try (var connection = database.getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // guest and invitation refer to each other
            sql.sql("set session_replication_role = replica").update();
            ROWS.forEach(rows -> sql.sql("delete from " + rows).update());
            sql.sql("set session_replication_role = origin").update();
            sql.sql("vacuum (full, analyze)").update();
        }
    }
}
