package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;

/** A part of a filter: a property, a value, or a condition of its own. */
interface Operand {

    /** @throws Refused unless this can be true or false */
    default Condition condition() {
        throw new Refused("$filter", "wrong-type", "A value alone is no condition.");
    }

    /** @throws UnsupportedOption unless this is a property */
    default String property() {
        throw new UnsupportedOption("$filter between two values");
    }

    /** @throws UnsupportedOption unless this is a value */
    default Object value() {
        throw new UnsupportedOption("$filter between two properties");
    }

    default Test compared(Comparison comparison, Operand with) {
        return new Test(new Condition.Compares(property(), comparison, with.value()));
    }

    /** @param property with its path */
    record Property(String property) implements Operand {

        @Override
        public Condition condition() {
            return Condition.equal(property, true);
        }
    }

    /** @param value a String, an Instant, a Boolean or null */
    record Value(Object value) implements Operand {

        static Value of(Literal literal) {
            EdmType type = literal.getType();
            String text = literal.getText();
            if (type == null) {
                return new Value(null);
            }
            return new Value(switch (EdmPrimitiveTypeKind.valueOf(type.getName())) {
                case String -> text.substring(1, text.length() - 1).replace("''", "'");
                case Boolean -> Boolean.valueOf(text);
                case DateTimeOffset -> instant(text);
                default -> throw new Refused("$filter", "wrong-type", "Values are texts in quotation marks, times, true, false or null.");
            });
        }

        private static Instant instant(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException noTime) {
                throw new Refused("$filter", "wrong-type", "Times are written like 2026-01-31T23:59:00Z.");
            }
        }
    }

    /** @param condition as "startswith(...) eq true" has it on its left side */
    record Test(Condition condition) implements Operand {

        @Override
        public Test compared(Comparison comparison, Operand with) {
            if (!(with.value() instanceof Boolean wanted) || comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
                throw new Refused("$filter", "wrong-type", "A condition is true or false.");
            }
            return wanted == (comparison == Comparison.EQUAL) ? this : new Test(new Condition.Not(condition));
        }
    }
}
