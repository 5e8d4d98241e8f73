package io.guestflow.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row that the invitation of one guest has made anywhere, found by the transactions that wrote it. */
record Template(List<TemplateRow> rows, OwnIds ids) {

    private static final String TABLES = "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";
    private static final String COLUMNS = """
            select column_name, udt_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' order by ordinal_position""";
    private static final String KEYS = """
            select column_name from information_schema.key_column_usage
            where table_schema = 'public' and table_name = ? and constraint_name in
              (select constraint_name from information_schema.table_constraints where constraint_type = 'PRIMARY KEY')""";

    /** The number of the next transaction. */
    static long now(JdbcClient database) {
        return database.sql("select txid_snapshot_xmax(txid_current_snapshot())").query(Long.class).single();
    }

    static Template since(JdbcClient database, long transaction) {
        List<TemplateRow> rows = new ArrayList<>();
        Map<String, Integer> keys = new HashMap<>();
        for (String table : database.sql(TABLES).query(String.class).list()) {
            List<TemplateRow> own = rows(database, table, transaction);
            rows.addAll(own);
            for (String key : database.sql(KEYS).param(table).query(String.class).list()) {
                own.stream().map(row -> row.values().get(key).text()).filter(OwnIds::isId).forEach(id -> keys.merge(id, 1, Integer::sum));
            }
        }
        // what names no other of these rows is nobody's: counters, metrics, the engine's own jobs
        rows.removeIf(row -> row.values().values().stream().mapToInt(value -> keys.getOrDefault(value.text(), 0)).sum() < 2);
        return new Template(rows, new OwnIds(keys.keySet()));
    }

    private static List<TemplateRow> rows(JdbcClient database, String table, long transaction) {
        var columns = database.sql(COLUMNS).param(table).query((row, number) -> List.of(row.getString(1), row.getString(2))).list();
        return database.sql("select * from " + table + " where xmin::text::bigint >= ?").param(transaction).query((row, number) -> {
            var found = new TemplateRow(table);
            for (List<String> column : columns) {
                found.values().put(column.get(0), new TemplateRow.Value(column.get(1), row.getString(column.get(0))));
            }
            return found;
        }).list();
    }
}
