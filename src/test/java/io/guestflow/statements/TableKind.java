package io.guestflow.statements;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose tables a statement is about. The life cycle of a guest consists of the first two; the others are counted apart. */
enum TableKind {

    ENGINE("ACT_[A-Z_]+"),
    OWN("[A-Z_]+"),
    SESSIONS("GUEST_SESSION|SPRING_SESSION[A-Z_]*"),
    LIMITER("INVITATION_QUOTA"),
    IDEMPOTENCY("IDEMPOTENT_REQUEST"),
    PASSCODES("PASSCODE");

    private static final TableKind[] NARROWEST_FIRST = {SESSIONS, LIMITER, IDEMPOTENCY, PASSCODES, ENGINE};

    private final Pattern table;

    TableKind(String names) {
        this.table = Pattern.compile("\\b(FROM|INTO|UPDATE|JOIN) (" + names + ")\\b");
    }

    static TableKind of(String sql) {
        String text = sql.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Stream.of(NARROWEST_FIRST).filter(kind -> kind.table.matcher(text).find()).findFirst().orElse(OWN);
    }

    boolean isOfLifeCycle() {
        return this == ENGINE || this == OWN;
    }
}
