package io.guestflow.guest;

import java.util.Optional;

/** Reads one kind of entries in lists that may be as long as they like. */
public interface Register<T> {

    /** @throws Refused if a condition or an order names a property by which these entries cannot be told apart */
    Page<T> find(Listing listing);

    /** @throws Refused as {@link #find} does */
    long count(Condition condition);

    /** The entry that fulfils a condition which one entry at most can fulfil. */
    default Optional<T> findOne(Condition condition) {
        return find(Listing.of(condition, 1)).entries().stream().findFirst();
    }
}
