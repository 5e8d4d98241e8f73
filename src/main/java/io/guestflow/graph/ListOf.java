package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Register;
import java.util.function.Function;

/**
 * A list that the API offers.
 *
 * @param path     behind {@code /v1.0}, without anything personal
 * @param metadata what the list is a list of, as {@code @odata.context} names it
 * @param within   what all its entries have in common
 * @param typed    the type that an entry tells of itself in a list of many types, else null
 */
record ListOf<T>(String path, String metadata, ResourceType<T> type, Register<T> register, Condition within, Function<T, String> typed) {

    static <T> ListOf<T> all(String path, ResourceType<T> type, Register<T> register) {
        return new ListOf<>(path, path.substring(1), type, register, Condition.NONE, entry -> null);
    }

    ListOf<T> within(Condition condition) {
        return new ListOf<>(path, metadata, type, register, condition, typed);
    }

    ListOf<T> of(String what) {
        return new ListOf<>(path, what, type, register, within, typed);
    }

    /** The same list, whose entries say what they are. */
    ListOf<T> typed(Function<T, String> byEntry) {
        return new ListOf<>(path, metadata, type, register, within, byEntry);
    }
}
