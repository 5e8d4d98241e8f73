package io.guestflow.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The rules of a form's field, with the meaning that form-js gives them.
 *
 * @param min           smallest number, or null
 * @param max           largest number, or null
 * @param decimals      most decimal digits of a number; negative for any
 * @param minLength     fewest characters, blanks around the text not counted
 * @param maxLength     most characters, counted likewise
 * @param pattern       what some part of the text has to match
 */
record FieldRules(boolean required, BigDecimal min, BigDecimal max, int decimals, int minLength, int maxLength, Pattern pattern) {

    private static final Set<String> KNOWN = Set.of("required", "min", "max", "minLength", "maxLength", "pattern", "validationType");
    private static final String MAIL_ADDRESS = "^[^\\s@]+@[^\\s@]+$";
    private static final String PHONE_NUMBER = "(\\+|00)\\d{7,}";
    private static final int LONGEST_TEXT = 10_000;

    /** @throws FormNotSupported for a rule that is an expression, unknown, or no regular expression here */
    static FieldRules read(String key, JsonNode component) {
        JsonNode rules = component.path("validate");
        rules.properties().forEach(rule -> FormNotSupported.unless(KNOWN.contains(rule.getKey()) && !rule.getValue().asText().startsWith("="),
                "has field " + key + " with a rule that the server cannot check: " + rule.getKey()));
        FormNotSupported.unless(!component.path("serializeToString").asBoolean(), "has field " + key + ", a number kept as text");
        return new FieldRules(rules.path("required").asBoolean(), number(key, rules.path("min")), number(key, rules.path("max")),
                component.path("decimalDigits").asInt(-1), rules.path("minLength").asInt(0), rules.path("maxLength").asInt(LONGEST_TEXT),
                pattern(key, rules));
    }

    boolean inRange(BigDecimal number) {
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0)
                && (decimals < 0 || number.stripTrailingZeros().scale() <= decimals);
    }

    boolean hasLength(String text) {
        int length = text.strip().length();
        return length >= minLength && length <= maxLength && text.length() <= LONGEST_TEXT;
    }

    boolean fits(String text) {
        return pattern.matcher(text).find();
    }

    private static BigDecimal number(String key, JsonNode rule) {
        try {
            return rule.asText().isBlank() ? null : new BigDecimal(rule.asText());
        } catch (NumberFormatException word) {
            throw new FormNotSupported("has field " + key + " with a limit that is no number");
        }
    }

    private static Pattern pattern(String key, JsonNode rules) {
        String byType = switch (rules.path("validationType").asText()) {
            case "email" -> MAIL_ADDRESS;
            case "phone" -> PHONE_NUMBER;
            default -> "";
        };
        try {
            return Pattern.compile(rules.path("pattern").asText(byType));
        } catch (PatternSyntaxException notInThisDialect) {
            throw new FormNotSupported("has field " + key + " with a pattern that the server cannot check");
        }
    }
}
