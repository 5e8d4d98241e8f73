package io.guestflow.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.guestflow.guest.Problem;
import io.guestflow.guest.WrongSetting;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A field of a Camunda Form and its rules.
 *
 * @param label   what the guest reads beside it; the key, where that is an expression or missing
 * @param options the values that can be chosen; empty for fields that are typed
 */
record FormField(String key, String label, String type, JsonNode rules, Set<String> options) {

    private static final Set<String> TYPED = Set.of("textfield", "textarea", "number", "checkbox");
    private static final Set<String> CHOSEN = Set.of("radio", "select", "checklist");
    private static final int LONGEST_TEXT = 10_000;

    /** Empty for text, which has no answer. @throws WrongSetting for any other component */
    static Optional<FormField> read(JsonNode component) {
        String type = component.path("type").asText();
        if (type.equals("text")) {
            return Optional.empty();
        }
        if (!TYPED.contains(type) && !CHOSEN.contains(type)) {
            throw new WrongSetting("forms/review-permissions.form", "has a component that guest pages do not know: " + type);
        }
        var options = new HashSet<String>();
        component.path("values").forEach(option -> options.add(option.path("value").asText()));
        if (CHOSEN.contains(type) && options.isEmpty()) {
            throw new WrongSetting("forms/review-permissions.form", "has a " + type + " without values of its own");
        }
        String key = component.path("key").asText();
        String label = component.path("label").asText("=");
        return Optional.of(new FormField(key, label.startsWith("=") ? key : label, type, component.path("validate"), options));
    }

    Optional<Problem> problem(JsonNode answer) {
        if (isEmpty(answer)) {
            return rules.path("required").asBoolean() ? refused("form.required", "This is required.") : Optional.empty();
        }
        return switch (type) {
            case "checkbox" -> answer.isBoolean() ? Optional.empty() : refused("form.invalid", "This cannot be answered so.");
            case "number" -> number(answer);
            case "radio", "select" -> options.contains(answer.asText()) && answer.isValueNode()
                    ? Optional.empty() : refused("form.invalid", "This cannot be answered so.");
            case "checklist" -> checklist(answer);
            default -> text(answer);
        };
    }

    private boolean isEmpty(JsonNode answer) {
        boolean unticked = type.equals("checkbox") && answer.isBoolean() && !answer.asBoolean();
        return answer.isMissingNode() || answer.isNull() || unticked || answer.isTextual() && answer.asText().isBlank()
                || answer.isArray() && answer.isEmpty();
    }

    private Optional<Problem> number(JsonNode answer) {
        if (!answer.isNumber()) {
            return refused("form.number", "This must be a number.");
        }
        boolean tooSmall = rules.has("min") && answer.asDouble() < rules.get("min").asDouble();
        boolean tooLarge = rules.has("max") && answer.asDouble() > rules.get("max").asDouble();
        return tooSmall || tooLarge ? refused("form.range", "This number is out of range.") : Optional.empty();
    }

    private Optional<Problem> checklist(JsonNode answer) {
        if (!answer.isArray()) {
            return refused("form.invalid", "This cannot be answered so.");
        }
        for (JsonNode one : answer) {
            if (!options.contains(one.asText())) {
                return refused("form.invalid", "This cannot be answered so.");
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> text(JsonNode answer) {
        String text = answer.asText();
        if (!answer.isTextual() || text.length() > LONGEST_TEXT) {
            return refused("form.invalid", "This cannot be answered so.");
        }
        boolean tooShort = rules.has("minLength") && text.length() < rules.get("minLength").asInt();
        boolean tooLong = rules.has("maxLength") && text.length() > rules.get("maxLength").asInt();
        if (tooShort || tooLong) {
            return refused("form.length", "This is too short or too long.");
        }
        return fitsPattern(text) ? Optional.empty() : refused("form.pattern", "This does not have the expected form.");
    }

    private boolean fitsPattern(String text) {
        String pattern = rules.path("pattern").asText("");
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException notInThisDialect) {
            throw new WrongSetting("forms/review-permissions.form", "has a pattern that cannot be checked");
        }
    }

    private Optional<Problem> refused(String code, String sentence) {
        return Optional.of(new Problem(key, code, sentence));
    }
}
