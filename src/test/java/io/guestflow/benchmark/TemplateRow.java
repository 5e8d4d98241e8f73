package io.guestflow.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One row that the invitation of one guest has made, with its values as texts. */
record TemplateRow(String table, Map<String, Value> values) {

    TemplateRow(String table) {
        this(table, new LinkedHashMap<>());
    }

    /** A statement that makes this row for the guests n to 1, the oldest first, n being its only parameter. */
    String copies(OwnIds ids) {
        return "insert into %s (%s) select %s from generate_series(?, 1, -1) n".formatted(table, String.join(", ", values.keySet()),
                values.values().stream().map(value -> value.copy(ids)).collect(Collectors.joining(", ")));
    }

    /**
     * @param type name of the column's type in PostgreSQL
     * @param text null for nothing
     */
    record Value(String type, String text) {

        /** The value of the n-th copy: with its own ids and name, and each a millisecond older than the one before. */
        String copy(OwnIds ids) {
            if (text == null) {
                return "null";
            }
            if (type.startsWith("timestamp")) {
                return "%s::%s - n * interval '1 millisecond'".formatted(quoted(text), type);
            }
            return "(%s)::%s".formatted(ids.replaced(text), type);
        }

        static String quoted(String text) {
            return "'" + text.replace("'", "''") + "'";
        }
    }
}
