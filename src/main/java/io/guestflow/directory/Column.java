package io.guestflow.directory;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.ObjectIds;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a property stands in SQL.
 *
 * @param key      expression that is compared for equality and order
 * @param text     expression in lower case in which parts of a text are looked for
 * @param nullable whether the key can be null
 * @param bound    how a value is written beside the key: with the parameter in the place of %s
 * @param values   what stands in the key for a value that a caller names: mostly one, none if it cannot be there at all
 */
record Column(String key, String text, Stored stored, boolean nullable, String bound, Function<Object, List<?>> values) {

    private static final String AS_IS = "%s";
    private static final String IN_LOWER_CASE = "lower(%s)";

    /** A text as people write it. */
    static Column text(String sql) {
        return lowered(IN_LOWER_CASE.formatted(sql), true);
    }

    /** A text that stands there in lower case. */
    static Column lowered(String sql, boolean nullable) {
        return new Column(sql, sql, Stored.TEXT, nullable, IN_LOWER_CASE, value -> List.of(value.toString()));
    }

    /** A text in which upper and lower case differ, as in the ids of programs. */
    static Column exact(String sql) {
        return new Column(sql, IN_LOWER_CASE.formatted(sql), Stored.TEXT, true, AS_IS, value -> List.of(value.toString()));
    }

    /** The key of a mail address. */
    static Column address(String sql) {
        return new Column(sql, sql, Stored.TEXT, true, AS_IS, value -> List.of(addressKey(value.toString())));
    }

    static Column principalName(String sql) {
        return new Column(sql, IN_LOWER_CASE.formatted(sql), Stored.TEXT, false, AS_IS,
                value -> List.of(PrincipalNames.normalized(value.toString())));
    }

    static Column id(String sql, boolean nullable) {
        return new Column(sql, "cast(" + sql + " as varchar(36))", Stored.ID, nullable, AS_IS, value -> ObjectIds.read(value.toString()).stream().toList());
    }

    static Column time(String sql, boolean nullable) {
        return new Column(sql, "cast(" + sql + " as varchar(40))", Stored.TIME, nullable, AS_IS,
                value -> List.of(GuestRow.timestamp((Instant) value)));
    }

    static Column flag(String sql) {
        return new Column(sql, "cast(" + sql + " as varchar(5))", Stored.FLAG, false, AS_IS, List::of);
    }

    /** A text of a few, which callers know by the same words. */
    static Column words(String sql, boolean nullable, Collection<String> words) {
        return words(sql, nullable, words.stream().collect(Collectors.toMap(word -> word, List::of)));
    }

    /** A text of a few, which callers know by other words. @param words what stands in the column for each of them */
    static Column words(String sql, boolean nullable, Map<String, ? extends List<String>> words) {
        Map<String, List<String>> known = words.entrySet().stream()
                .collect(Collectors.toMap(word -> word.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        return new Column(sql, IN_LOWER_CASE.formatted(sql), Stored.TEXT, nullable, AS_IS,
                value -> known.getOrDefault(value.toString().toLowerCase(Locale.ROOT), List.of()));
    }

    /** The same column, whose texts callers write with something in front of them. */
    Column prefixed(String prefix) {
        return new Column(key, "('" + prefix + "' || " + text + ")", stored, nullable, bound, value -> {
            String text = value.toString();
            boolean fits = text.regionMatches(true, 0, prefix, 0, prefix.length());
            return fits ? values.apply(text.substring(prefix.length())) : List.of();
        });
    }

    private static String addressKey(String text) {
        return EmailAddress.read(text).map(EmailAddress::key).orElseGet(() -> text.toLowerCase(Locale.ROOT));
    }
}
