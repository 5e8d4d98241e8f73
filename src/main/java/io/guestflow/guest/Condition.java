package io.guestflow.guest;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the entries of a list have to fulfil, in the names of their properties as the API knows them. Texts are compared without
 * regard to upper and lower case, save ids of programs. A comparison with something that an entry does not have is not fulfilled, save that
 * nothing equals nothing; its opposite is.
 */
public sealed interface Condition {

    /** Every entry fulfils it. */
    Condition NONE = new Every(List.of());

    /** How a property and a value are compared. */
    enum Comparison {
        EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL;

        /** The same comparison read from the other side. */
        public Comparison mirrored() {
            return switch (this) {
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                default -> this;
            };
        }
    }

    /** Where in a text another one has to be. */
    enum Part { START, END, ANYWHERE }

    /** All of them are fulfilled. */
    record Every(List<Condition> conditions) implements Condition {
    }

    /** At least one of them is fulfilled. */
    record Either(List<Condition> conditions) implements Condition {
    }

    /** The other one is not fulfilled. */
    record Not(Condition condition) implements Condition {
    }

    /** @param value a String, a UUID, an Instant, a Boolean or null */
    record Compares(String property, Comparison comparison, Object value) implements Condition {
    }

    /** @param values as those of {@link Compares} */
    record OneOf(String property, List<?> values) implements Condition {
    }

    /** The text has another one in it. */
    record Matches(String property, Part part, String text) implements Condition {
    }

    /**
     * At least one item of the collection fulfils the condition.
     *
     * @param item in the names of the item's properties; an item that is a mere text has the property {@link #ITSELF}
     */
    record Has(String collection, Condition item) implements Condition {
    }

    /** The property of an item that has no properties. */
    String ITSELF = "";

    static Condition equal(String property, Object value) {
        return new Compares(property, Comparison.EQUAL, value);
    }

    /** This one and the other one; chains stay flat. */
    default Condition and(Condition other) {
        return new Every(Stream.of(this, other)
                .flatMap(one -> one instanceof Every every ? every.conditions().stream() : Stream.of(one)).toList());
    }

    /** This one or the other one; chains stay flat. */
    default Condition or(Condition other) {
        return new Either(Stream.of(this, other)
                .flatMap(one -> one instanceof Either either ? either.conditions().stream() : Stream.of(one)).toList());
    }
}
