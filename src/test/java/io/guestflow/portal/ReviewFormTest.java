package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewFormTest {

    private static final String FORM = """
            {"schemaVersion": 16, "components": [
              {"type": "text", "text": "Hello", "conditional": {"hide": "=true"}},
              {"type": "textfield", "key": "company", "label": "Company", "validate": {"required": true, "minLength": 2, "maxLength": 5, "pattern": "^[A-Z]"}},
              {"type": "textarea", "key": "remark"},
              {"type": "number", "key": "people", "decimalDigits": 0, "validate": {"min": 1, "max": 9}},
              {"type": "checkbox", "key": "agreed", "label": "=language", "validate": {"required": true}},
              {"type": "radio", "key": "kind", "values": [{"value": "customer"}, {"value": "supplier"}]},
              {"type": "select", "key": "size", "values": [{"value": "S"}, {"value": "L"}]},
              {"type": "checklist", "key": "topics", "values": [{"value": "design"}, {"value": "sales"}]}
            ]}""";

    private final ObjectMapper json = new ObjectMapper();
    private final ReviewForm form = ReviewForm.read(FORM, json);

    @Test
    void keepsTheAnswersOfTheFormsOwnFields() {
        String kept = form.check("""
                {"company": "Acme", "remark": "…", "people": 3, "agreed": true, "kind": "customer", "size": "L", "topics": ["sales"], "else": 1}""");

        assertThat(kept).isEqualTo("""
                {"company":"Acme","remark":"…","people":3,"agreed":true,"kind":"customer","size":"L","topics":["sales"]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "company | ''         | form.required", "company | '\"  \"'     | form.required", "company | '\"A\"'      | form.length",
        "company | '\"Acmeee\"' | form.length", "company | '\"acme\"'   | form.pattern", "company | '7'          | form.invalid",
        "agreed  | 'false'      | form.required", "agreed  | '\"yes\"'    | form.invalid", "people  | '0'          | form.range",
        "people  | '10'         | form.range", "people  | '1.5'        | form.range", "people  | '\"3\"'      | form.number",
        "kind    | '\"spy\"'    | form.invalid", "size    | '[\"L\"]'    | form.invalid", "topics  | '\"sales\"'  | form.invalid",
        "topics  | '[\"war\"]'  | form.invalid", "remark  | '{}'         | form.invalid"})
    void refusesAnAnswerThatBreaksARuleOfItsField(String key, String answer, String code) {
        Refused refused = catchThrowableOfType(Refused.class, () -> form.check(answersWith(key, answer)));

        assertThat(refused.problems()).extracting(Problem::field, Problem::code).containsExactly(tuple(key, code));
    }

    @Test
    void namesEveryFieldThatHasToBeMended() {
        Refused refused = catchThrowableOfType(Refused.class, () -> form.check("{}"));

        assertThat(refused.problems()).extracting(Problem::field).containsExactly("company", "agreed");
        assertThat(form.fields()).extracting(FormField::label).startsWith("Company").contains("agreed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "null", "\"text\""})
    void refusesWhatIsNoSetOfAnswers(String answers) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> form.check(answers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'type': 'datetime', 'key': 'day'}                                                  | does not know: datetime",
        "{'type': 'group', 'components': []}                                                 | does not know: group",
        "{'type': 'select', 'key': 'a', 'valuesKey': 'b'}                                    | without values",
        "{'type': 'textfield', 'key': 'a.b'}                                                 | not one word",
        "{'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=b'}}                    | under a condition",
        "{'type': 'textfield', 'key': 'a', 'validate': {'maxLength': '=b'}}                  | cannot check: maxLength",
        "{'type': 'textfield', 'key': 'a', 'validate': {'pattern': '('}}                     | a pattern",
        "{'type': 'number', 'key': 'a', 'validate': {'min': 'few'}}                          | no number",
        "{'type': 'number', 'key': 'a', 'serializeToString': true}                           | kept as text"})
    void refusesAFormThatItCannotCheck(String component, String reason) {
        String schema = "{\"schemaVersion\": 16, \"components\": [" + component.replace('\'', '"') + "]}";

        assertThatExceptionOfType(FormNotSupported.class).isThrownBy(() -> ReviewForm.read(schema, json))
                .withMessageStartingWith("forms/review-permissions.form ").withMessageContaining(reason.replace("does not know", "do not know"));
    }

    @Test
    void refusesANewerSchema() {
        assertThatExceptionOfType(FormNotSupported.class).isThrownBy(() -> ReviewForm.read("{\"schemaVersion\": 17}", json))
                .withMessage("forms/review-permissions.form has a newer schema version than 16.");
        assertThatExceptionOfType(FormNotSupported.class).isThrownBy(() -> ReviewForm.read("no form", json));
    }

    @Test
    void readsTheShippedForm() throws IOException {
        ReviewForm shipped = ReviewForm.read(Files.readString(Path.of("forms", "review-permissions.form")), json);

        assertThat(shipped.check("{}")).isEqualTo("{}");
        assertThat(shipped.hash()).matches("[0-9a-f]{64}");
    }

    private String answersWith(String key, String answer) {
        String others = "{\"company\": \"Acme\", \"agreed\": true}";
        try {
            var answers = (ObjectNode) json.readTree(others);
            answers.set(key, json.readTree(answer.isEmpty() ? "null" : answer));
            return answers.toString();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
