package io.guestflow.benchmark;

import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much room something takes in a database, with its indexes.
 *
 * @param bytes by table
 */
record Footprint(TreeMap<String, Double> bytes) {

    private static final String TABLES = "select relname, pg_total_relation_size(oid) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace";

    static Footprint ofTables(JdbcClient sql) {
        var bytes = new TreeMap<String, Double>();
        sql.sql(TABLES).query(row -> {
            bytes.put(row.getString(1), row.getDouble(2));
        });
        return new Footprint(bytes);
    }

    /** What each of so many has added. */
    Footprint since(Footprint before, int guests) {
        var added = new TreeMap<String, Double>();
        bytes.forEach((table, now) -> added.put(table, (now - before.of(table)) / guests));
        return new Footprint(added);
    }

    double of(String table) {
        return bytes.getOrDefault(table, 0.0);
    }

    double total() {
        return bytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
