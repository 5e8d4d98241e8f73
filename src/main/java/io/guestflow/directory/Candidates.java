package io.guestflow.directory;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Whom alternatives of equalities can mean, if a collection is among them: "has this mail address in one of these places" is looked up
 * place by place, each in its index, where an "or" would make the database go through all entries.
 */
class Candidates {

    private final Table table;
    private final BiFunction<Condition, Items, String> conditions;

    Candidates(Table table, BiFunction<Condition, Items, String> conditions) {
        this.table = table;
        this.conditions = conditions;
    }

    /** Empty if an "or" serves as well. */
    Optional<String> among(List<Condition> alternatives, boolean ofEntries) {
        boolean worthwhile = ofEntries && alternatives.stream().anyMatch(this::isLookup)
                && alternatives.stream().allMatch(one -> isEquality(one) || isLookup(one));
        return worthwhile ? Optional.of(table.id() + " in ("
                + alternatives.stream().map(this::ids).collect(Collectors.joining(" union all ")) + ")") : Optional.empty();
    }

    static String owners(Items items, String condition) {
        return "select " + items.owner() + " from " + items.from() + " where " + condition;
    }

    private String ids(Condition one) {
        if (one instanceof Condition.Has has) {
            Items items = table.items(has.collection());
            return owners(items, conditions.apply(has.item(), items));
        }
        return "select " + table.id() + " from " + table.from() + " where " + conditions.apply(one, null);
    }

    private boolean isLookup(Condition one) {
        return one instanceof Condition.Has has && isEquality(has.item()) && table.items(has.collection()).from() != null;
    }

    private static boolean isEquality(Condition one) {
        return one instanceof Condition.Compares compares && compares.comparison() == Comparison.EQUAL && compares.value() != null
                || one instanceof Condition.OneOf;
    }
}
