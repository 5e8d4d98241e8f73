package io.guestflow.guest;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next  where the next page begins, null on the last
 * @param count how many entries the whole list has, null unless it was asked for
 */
public record Page<T>(List<T> entries, Listing.Place next, Long count) {
}
