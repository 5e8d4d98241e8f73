package io.guestflow.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a statement, apart from its text. */
class Parameters {

    private final Map<String, Object> values = new HashMap<>();

    /** @return what stands for the value in the statement */
    String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** @return what stands for the values in the statement, in the form in which a column has them */
    String addAll(Collection<?> list, Column column) {
        return list.stream().map(value -> column.bound().formatted(add(value))).collect(Collectors.joining(", "));
    }

    Map<String, Object> values() {
        return values;
    }
}
