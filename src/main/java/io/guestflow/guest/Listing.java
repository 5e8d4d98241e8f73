package io.guestflow.guest;

import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param orders  by which properties to sort, first things first; empty for the list's own order
 * @param after   continue behind this place; null for the beginning
 * @param limit   how many entries a page has at most
 * @param counted whether to count all entries that fulfil the condition
 */
public record Listing(Condition condition, List<Order> orders, Place after, int limit, boolean counted) {

    /** The first entries that fulfil a condition, in the list's own order. */
    public static Listing of(Condition condition, int limit) {
        return new Listing(condition, List.of(), null, limit, false);
    }

    /** A property to sort by; what an entry does not have comes before everything else. */
    public record Order(String property, boolean descending) {
    }

    /**
     * Behind an entry, whether or not it is still there.
     *
     * @param keys what the entry has been sorted by; each may be null
     */
    public record Place(List<String> keys) {
    }
}
