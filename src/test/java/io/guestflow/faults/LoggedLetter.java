package io.guestflow.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * A letter as the dispatch log has it.
 *
 * @param key the part of its Message-ID before the at sign
 */
record LoggedLetter(String key, String state, int tries, Instant changedAt) {

    static final String SELECT = "select subject, purpose, ordinal, state, tries, changed_at from letter";

    static LoggedLetter of(ResultSet row, int number) throws SQLException {
        String key = String.join(".", row.getString("subject"), row.getString("purpose"), row.getString("ordinal"));
        return new LoggedLetter(key.toLowerCase(Locale.ROOT), row.getString("state"), row.getInt("tries"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    boolean isSent() {
        return state.equals("SENT");
    }
}
