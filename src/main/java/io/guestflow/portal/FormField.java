package io.guestflow.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.guestflow.guest.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a Camunda Form and its rules.
 *
 * @param label   what the guest reads beside it; the key, where that is an expression or missing
 * @param options the values that can be chosen; empty for fields that are typed
 */
record FormField(String key, String label, String type, FieldRules rules, Set<String> options) {

    private static final Set<String> TYPED = Set.of("textfield", "textarea", "number", "checkbox");
    private static final Set<String> CHOSEN = Set.of("radio", "select", "checklist");

    /** Empty for text, which has no answer. @throws FormNotSupported for any other component, and for what only a browser can evaluate */
    static Optional<FormField> read(JsonNode component) {
        String type = component.path("type").asText();
        if (type.equals("text")) {
            return Optional.empty();
        }
        FormNotSupported.unless(TYPED.contains(type) || CHOSEN.contains(type), "has a component that guest pages do not know: " + type);
        String key = component.path("key").asText();
        FormNotSupported.unless(key.matches("\\w+"), "has a " + type + " whose key is not one word");
        FormNotSupported.unless(component.path("conditional").isMissingNode(), "shows field " + key + " under a condition; only texts can be");
        var options = new HashSet<String>();
        component.path("values").forEach(option -> options.add(option.path("value").asText()));
        FormNotSupported.unless(!CHOSEN.contains(type) || !options.isEmpty(), "has field " + key + " without values of its own");
        String label = component.path("label").asText("=");
        return Optional.of(new FormField(key, label.startsWith("=") ? key : label, type, FieldRules.read(key, component), Set.copyOf(options)));
    }

    Optional<Problem> problem(JsonNode answer) {
        if (isEmpty(answer)) {
            return rules.required() ? refused("form.required", "This is required.") : Optional.empty();
        }
        return switch (type) {
            case "checkbox" -> answer.isBoolean() ? Optional.empty() : unfitting();
            case "number" -> number(answer);
            case "radio", "select" -> isOption(answer) ? Optional.empty() : unfitting();
            case "checklist" -> answer.isArray() && answer.valueStream().allMatch(this::isOption) ? Optional.empty() : unfitting();
            default -> text(answer);
        };
    }

    private boolean isEmpty(JsonNode answer) {
        boolean unticked = type.equals("checkbox") && answer.isBoolean() && !answer.asBoolean();
        return answer.isMissingNode() || answer.isNull() || unticked || answer.isTextual() && answer.asText().isBlank()
                || answer.isArray() && answer.isEmpty();
    }

    private boolean isOption(JsonNode answer) {
        return answer.isValueNode() && options.contains(answer.asText());
    }

    private Optional<Problem> number(JsonNode answer) {
        if (!answer.isNumber()) {
            return refused("form.number", "This must be a number.");
        }
        return rules.inRange(answer.decimalValue()) ? Optional.empty() : refused("form.range", "This number is out of range.");
    }

    private Optional<Problem> text(JsonNode answer) {
        if (!answer.isTextual()) {
            return unfitting();
        }
        if (!rules.hasLength(answer.asText())) {
            return refused("form.length", "This is too short or too long.");
        }
        return rules.fits(answer.asText()) ? Optional.empty() : refused("form.pattern", "This does not have the expected form.");
    }

    private Optional<Problem> unfitting() {
        return refused("form.invalid", "This cannot be answered so.");
    }

    private Optional<Problem> refused(String code, String sentence) {
        return Optional.of(new Problem(key, code, sentence));
    }
}
