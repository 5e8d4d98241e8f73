package io.guestflow.directory;

import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Listing.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order of a list, and the way behind a place in it. It goes by the values that the last entry was sorted by, not by their number, so
 * entries that come, go or change shift nobody else, and a page costs the same however far behind it is.
 */
class Keyset {

    private final List<Key> keys;

    Keyset(Table table, List<Order> wanted) {
        List<Order> orders = new ArrayList<>(wanted.isEmpty() ? table.order() : wanted);
        if (orders.stream().noneMatch(order -> order.property().equals(table.unique()))) {
            orders.add(new Order(table.unique(), !orders.isEmpty() && orders.get(orders.size() - 1).descending()));
        }
        this.keys = orders.stream().map(order -> new Key(table.column(order.property()), order.descending())).toList();
    }

    String orderBy() {
        return keys.stream().map(Key::order).collect(Collectors.joining(", "));
    }

    /** The columns that {@link #placeOf} reads. */
    String select() {
        return IntStream.range(0, keys.size()).mapToObj(i -> keys.get(i).column().key() + " as key_" + i).collect(Collectors.joining(", "));
    }

    Place placeOf(ResultSet row) throws SQLException {
        var values = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).column().stored().read(row, "key_" + i));
        }
        return new Place(values);
    }

    String behind(Place place, Parameters parameters) {
        return behind(0, place, parameters);
    }

    private String behind(int i, Place place, Parameters parameters) {
        Key key = keys.get(i);
        String value = place.keys().get(i);
        String further = key.behind(value, parameters);
        if (i == keys.size() - 1) {
            return further;
        }
        return key.notBefore(value, parameters) + "(" + further + " or " + key.same(value, parameters)
                + " and (" + behind(i + 1, place, parameters) + "))";
    }

    /** One column of the order. Nothing comes before everything else, in both databases. */
    private record Key(Column column, boolean descending) {

        String order() {
            String nulls = column.nullable() ? descending ? " nulls last" : " nulls first" : "";
            return column.key() + (descending ? " desc" : "") + nulls;
        }

        String behind(String value, Parameters parameters) {
            if (value == null) {
                return descending ? "1 = 0" : column.key() + " is not null";
            }
            String further = column.key() + (descending ? " < " : " > ") + bound(value, parameters);
            return descending && column.nullable() ? "(" + further + " or " + column.key() + " is null)" : further;
        }

        String same(String value, Parameters parameters) {
            return value == null ? column.key() + " is null" : column.key() + " = " + bound(value, parameters);
        }

        /** Says once more, in the way that an index understands, where the rest begins. */
        String notBefore(String value, Parameters parameters) {
            boolean clear = value != null && !(descending && column.nullable());
            return clear ? column.key() + (descending ? " <= " : " >= ") + bound(value, parameters) + " and " : "";
        }

        private String bound(String value, Parameters parameters) {
            return column.bound().formatted(parameters.add(column.stored().parse(value)));
        }
    }
}
