package io.guestflow.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of figures below their names. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... names) {
        rows.add(List.of(names));
        rows.add(Stream.of(names).map(name -> "---").toList());
    }

    Table row(Object... cells) {
        rows.add(Stream.of(cells).map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        return rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
    }
}
