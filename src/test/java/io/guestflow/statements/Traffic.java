package io.guestflow.statements;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a thread has sent to the database: statements (each row of a batch is one), commits, and how often it waited for an answer. */
class Traffic {

    private final Map<TableKind, Integer> statements = new EnumMap<>(TableKind.class);
    private final List<String> log = new ArrayList<>();
    private int commits;
    private int roundTrips;

    void add(String sql, int rows) {
        TableKind kind = TableKind.of(sql);
        statements.merge(kind, rows, Integer::sum);
        roundTrips += kind.isOfLifeCycle() ? 1 : 0;
        log.add("%-11s %2d  %s".formatted(kind, rows, sql.replaceAll("\\s+", " ")));
    }

    /**
     * A transaction has ended that somebody had begun, and asked the database to end.
     *
     * @param kinds what it was about; without the life cycle in it, it does not count
     */
    void addCommit(Set<TableKind> kinds) {
        addCommit(kinds, 1);
        log.add("commit");
    }

    /** A statement was a transaction by itself; nobody waited for a second answer. */
    void addCommitWithStatement(TableKind kind) {
        addCommit(Set.of(kind), 0);
    }

    private void addCommit(Set<TableKind> kinds, int waits) {
        if (kinds.stream().anyMatch(TableKind::isOfLifeCycle)) {
            commits++;
            roundTrips += waits;
        }
    }

    void addAll(Traffic other) {
        other.statements.forEach((kind, rows) -> statements.merge(kind, rows, Integer::sum));
        commits += other.commits;
        roundTrips += other.roundTrips;
        log.addAll(other.log);
    }

    int of(TableKind kind) {
        return statements.getOrDefault(kind, 0);
    }

    /** Of the life cycle itself. */
    int statements() {
        return of(TableKind.ENGINE) + of(TableKind.OWN);
    }

    /** Engine, own, both, commits, round trips. */
    String counted() {
        return "%6d %4d %4d %8d %11d".formatted(of(TableKind.ENGINE), of(TableKind.OWN), statements(), commits, roundTrips);
    }

    String apart() {
        return "sessions %d, rate limiter %d, idempotency %d, passcodes %d".formatted(of(TableKind.SESSIONS), of(TableKind.LIMITER), of(TableKind.IDEMPOTENCY), of(TableKind.PASSCODES));
    }

    /** Every statement in its order. */
    List<String> log() {
        return log;
    }
}
