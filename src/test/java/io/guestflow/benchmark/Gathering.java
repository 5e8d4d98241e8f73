package io.guestflow.benchmark;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How many copies of one guest came into a database.
 *
 * @param seconds   that the copying took
 * @param footprint of one copy
 */
record Gathering(double seconds, Footprint footprint) {

    private static final String INDEXES = "from pg_indexes where schemaname = 'public' and indexname not in (select conname from pg_constraint)";

    static Gathering of(Template template, int guests, DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Footprint before = Footprint.ofTables(sql);
            long start = System.nanoTime();
            sql.sql("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'").update();
            List<String> indexes = sql.sql("select indexdef " + INDEXES).query(String.class).list();
            sql.sql("select 'drop index ' || indexname " + INDEXES).query(String.class).list().forEach(drop -> sql.sql(drop).update());
            template.rows().forEach(row -> sql.sql(row.copies(template.ids())).param(guests).update());
            indexes.forEach(create -> sql.sql(create).update());
            sql.sql("vacuum (analyze)").update();
            return new Gathering((System.nanoTime() - start) / 1e9, Footprint.ofTables(sql).since(before, guests));
        }
    }
}
