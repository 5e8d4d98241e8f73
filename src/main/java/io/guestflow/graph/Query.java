package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Listing.Place;
import io.guestflow.guest.Refused;
import java.util.List;

/**
 * What the options of a list ask for.
 *
 * @param select names of properties, empty for those that are shown unasked
 * @param top    how many entries a page has at most, from 1 to 999
 */
record Query(Condition condition, List<Order> orders, List<String> select, int top, boolean count) {

    private static final int USUAL_TOP = 100;
    private static final int MOST = 999;

    static Query of(Options options, ResourceType<?> type) {
        var reader = new Filters(type);
        String orders = options.get("orderby");
        String select = options.get("select");
        return new Query(condition(options, type), orders == null ? List.of() : reader.orders(orders),
                select == null ? List.of() : reader.select(select), top(options.get("top")), count(options.get("count")));
    }

    /** The entries that $filter and $search let through. */
    static Condition condition(Options options, ResourceType<?> type) {
        String filter = options.get("filter");
        String search = options.get("search");
        Condition filtered = filter == null ? Condition.NONE : new Filters(type).filter(filter);
        return search == null ? filtered : filtered.and(new Searches(type).search(search));
    }

    Listing listing(Condition within, Place after) {
        return new Listing(within.and(condition), orders, after, top, count);
    }

    private static int top(String text) {
        if (text == null) {
            return USUAL_TOP;
        }
        if (!text.strip().matches("[0-9]{1,3}") || Integer.parseInt(text.strip()) == 0) {
            throw new Refused("$top", "out-of-range", "This is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(text.strip());
    }

    private static boolean count(String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return "true".equals(text);
        }
        throw new Refused("$count", "wrong-type", "This is true or false.");
    }
}
