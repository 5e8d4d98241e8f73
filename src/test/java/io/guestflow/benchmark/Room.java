package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import java.util.TreeSet;

/** How much room guests take in the database, with all indexes. */
record Room(Footprint pending, Footprint active) {

    /** What is less comes from tables that a vacuum has given their first pages. */
    private static final int LEAST = 50;

    void write(Report report) {
        report.line("""

                Bytes for each guest, `pg_total_relation_size` of all tables before and after copies were made: of a guest who has not answered, and of one who
                has accepted, when code and session have expired and the history is still kept. Tables of less than 50 bytes are left out.
                """);
        var table = new Table("table", "waiting", "active");
        var names = new TreeSet<>(pending.bytes().keySet());
        names.addAll(active.bytes().keySet());
        names.stream().filter(name -> pending.of(name) >= LEAST || active.of(name) >= LEAST)
                .forEach(name -> table.row(name, number(pending.of(name)), number(active.of(name))));
        report.table(table.row("all", number(pending.total()), number(active.total())));
    }
}
