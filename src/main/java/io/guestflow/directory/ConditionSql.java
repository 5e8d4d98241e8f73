package io.guestflow.directory;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says a condition in SQL; whatever a caller has written gets into the parameters only. */
class ConditionSql {

    private static final String ALWAYS = "1 = 1";
    private static final String NEVER = "1 = 0";
    private static final Map<Comparison, String> OPERATORS = Map.of(Comparison.GREATER, ">", Comparison.GREATER_OR_EQUAL, ">=",
            Comparison.LESS, "<", Comparison.LESS_OR_EQUAL, "<=");

    private final Table table;
    private final Parameters parameters;

    ConditionSql(Table table, Parameters parameters) {
        this.table = table;
        this.parameters = parameters;
    }

    String of(Condition condition) {
        return of(condition, null);
    }

    /** @param items the collection whose items the condition is about, null for the table's entries */
    private String of(Condition condition, Items items) {
        if (condition instanceof Condition.Every every) {
            return joined(every.conditions(), items, " and ", ALWAYS);
        }
        if (condition instanceof Condition.Either either) {
            return new Candidates(table, this::ofItem).among(either.conditions(), items == null)
                    .orElseGet(() -> joined(either.conditions(), items, " or ", NEVER));
        }
        if (condition instanceof Condition.Not not) {
            return "(" + of(not.condition(), items) + ") is not true";
        }
        return condition instanceof Condition.Has has ? has(has) : single(condition, items);
    }

    private String ofItem(Condition condition, Items items) {
        return of(condition, items);
    }

    private String joined(List<Condition> conditions, Items items, String word, String otherwise) {
        return conditions.isEmpty() ? otherwise
                : conditions.stream().map(one -> "(" + of(one, items) + ")").collect(Collectors.joining(word));
    }

    private String has(Condition.Has has) {
        Items items = table.items(has.collection());
        return items.from() == null ? items.owner() + " is not null and (" + of(has.item(), items) + ")"
                : table.id() + " in (" + Candidates.owners(items, of(has.item(), items)) + ")";
    }

    private String single(Condition condition, Items items) {
        if (condition instanceof Condition.Compares compares) {
            return compares(column(compares.property(), items), compares.comparison(), compares.value());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf(column(oneOf.property(), items), oneOf.values());
        }
        Condition.Matches matches = (Condition.Matches) condition;
        String pattern = pattern(matches.part(), matches.text().toLowerCase(Locale.ROOT));
        return column(matches.property(), items).text() + " like lower(" + parameters.add(pattern) + ") escape '!'";
    }

    private Column column(String property, Items items) {
        return items == null ? table.column(property) : Table.known(items.columns().get(property), property);
    }

    private String compares(Column column, Comparison comparison, Object value) {
        if (comparison == Comparison.EQUAL) {
            return value == null ? column.key() + " is null" : equal(column, column.values().apply(value));
        }
        if (comparison == Comparison.NOT_EQUAL) {
            return value == null ? column.key() + " is not null" : "(" + equal(column, column.values().apply(value)) + ") is not true";
        }
        List<?> values = value == null ? List.of() : column.values().apply(value);
        return values.size() != 1 ? NEVER : column.key() + " " + OPERATORS.get(comparison) + " " + parameters.addAll(values, column);
    }

    private String oneOf(Column column, List<?> values) {
        List<?> wanted = values.stream().filter(Objects::nonNull).flatMap(value -> column.values().apply(value).stream()).toList();
        String found = equal(column, wanted);
        return values.stream().anyMatch(Objects::isNull) ? found + " or " + column.key() + " is null" : found;
    }

    private String equal(Column column, List<?> values) {
        if (values.isEmpty()) {
            return NEVER;
        }
        return values.size() == 1 ? column.key() + " = " + parameters.addAll(values, column)
                : column.key() + " in (" + parameters.addAll(values, column) + ")";
    }

    private static String pattern(Condition.Part part, String text) {
        String escaped = text.replaceAll("([!%_])", "!$1");
        return (part == Condition.Part.START ? "" : "%") + escaped + (part == Condition.Part.END ? "" : "%");
    }
}
