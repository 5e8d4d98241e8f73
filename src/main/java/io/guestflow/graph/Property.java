package io.guestflow.graph;

import java.util.function.Function;

/**
 * A property of a resource.
 *
 * @param unasked whether it is shown to a caller who selects nothing
 */
record Property<T>(String name, PropertyType type, Function<T, Object> value, boolean unasked) {

    static <T> Property<T> text(String name, Function<T, Object> value) {
        return new Property<>(name, PropertyType.TEXT, value, true);
    }

    static <T> Property<T> of(String name, PropertyType type, Function<T, Object> value) {
        return new Property<>(name, type, value, true);
    }

    /** The same property, shown only if it is selected. */
    Property<T> ifSelected() {
        return new Property<>(name, type, value, false);
    }
}
