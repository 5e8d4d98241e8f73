package io.guestflow.directory;

import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Refused;
import java.util.List;
import java.util.Map;

/**
 * Where a kind of entries stands in SQL; property names are the API's.
 *
 * @param select  the columns that make an entry
 * @param from    tables
 * @param where   what every entry fulfils
 * @param id      expression that tells an entry from all others of the table
 * @param unique  property that tells an entry from all others that a list can have, by which equals are sorted
 * @param order   the list's own order
 * @param items   the collections that entries have
 */
record Table(String select, String from, String where, String id, String unique, List<Order> order, Map<String, Column> columns,
             Map<String, Items> items) {

    Column column(String property) {
        return known(columns.get(property), property);
    }

    Items items(String property) {
        return known(items.get(property), property);
    }

    static <T> T known(T found, String property) {
        if (found == null) {
            throw new Refused(property, "not-filterable", "Lists cannot be filtered or sorted by this property.");
        }
        return found;
    }
}
