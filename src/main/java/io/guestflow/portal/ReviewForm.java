package io.guestflow.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A Camunda Form whose answers are checked on the server, whatever the browser did. It knows the components text, textfield,
 * textarea, number, checkbox, radio, select and checklist of form-js schema version 16 and older.
 */
record ReviewForm(String schema, List<FormField> fields, ObjectMapper json) {

    private static final int NEWEST_SCHEMA = 16;
    private static final int LONGEST_ANSWERS = 100_000;

    /** @throws FormNotSupported if the form has another component or a newer schema */
    static ReviewForm read(String schema, ObjectMapper json) {
        try {
            JsonNode form = json.readTree(schema);
            FormNotSupported.unless(form.path("schemaVersion").asInt() <= NEWEST_SCHEMA, "has a newer schema version than " + NEWEST_SCHEMA);
            var fields = new ArrayList<FormField>();
            for (JsonNode component : form.path("components")) {
                FormField.read(component).ifPresent(fields::add);
            }
            return new ReviewForm(schema, List.copyOf(fields), json);
        } catch (JsonProcessingException garbled) {
            throw new FormNotSupported("is not a form");
        }
    }

    /**
     * Checks answers against the form.
     *
     * @return the answers to the form's own fields, as JSON
     * @throws Refused with a problem for each field that has to be mended
     */
    String check(String answers) {
        ObjectNode given = parsed(answers);
        var problems = new ArrayList<Problem>();
        ObjectNode checked = json.createObjectNode();
        for (FormField field : fields) {
            JsonNode answer = given.path(field.key());
            field.problem(answer).ifPresentOrElse(problems::add, () -> checked.set(field.key(), answer.isMissingNode() ? null : answer));
        }
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return checked.toString();
    }

    /** SHA-256 of the form, in hexadecimal: evidence of what was shown. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(schema.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missingInThisJava) {
            throw new IllegalStateException(missingInThisJava);
        }
    }

    private ObjectNode parsed(String answers) {
        try {
            if (answers.length() <= LONGEST_ANSWERS && json.readTree(answers) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException garbled) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refused unreadable() {
        return new Refused("answers", "form.unreadable", "The answers could not be read.");
    }
}
