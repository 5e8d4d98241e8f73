package io.guestflow.directory;

import io.guestflow.guest.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/** What a column holds, and how it is written down in a {@link Listing.Place}. */
enum Stored {

    TEXT(String.class, text -> text),
    ID(UUID.class, UUID::fromString),
    TIME(OffsetDateTime.class, text -> GuestRow.timestamp(Instant.parse(text))),
    FLAG(Boolean.class, Boolean::valueOf);

    private final Class<?> type;
    private final Function<String, Object> parser;

    Stored(Class<?> type, Function<String, Object> parser) {
        this.type = type;
        this.parser = parser;
    }

    /** @return null where the column is */
    String read(ResultSet row, String label) throws SQLException {
        Object value = row.getObject(label, type);
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value == null ? null : value.toString();
    }

    /** @throws RuntimeException if {@link #read} has not written this */
    Object parse(String text) {
        return parser.apply(text);
    }
}
