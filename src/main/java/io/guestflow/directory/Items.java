package io.guestflow.directory;

import java.util.Map;

/**
 * A collection that entries have.
 *
 * @param from  the tables with a row for each item; null if the entry's own row holds the one item that there can be
 * @param owner expression for the id of the entry that an item belongs to; without tables, what is not null if there is an item
 */
record Items(String from, String owner, Map<String, Column> columns) {

    static Items single(String present, Map<String, Column> columns) {
        return new Items(null, present, columns);
    }
}
