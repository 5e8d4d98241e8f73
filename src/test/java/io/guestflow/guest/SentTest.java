package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentTest {

    @Test
    void tellsWhatWasSentAsNothingFromWhatWasNotSent() {
        var body = new HashMap<String, Object>();
        body.put("jobTitle", null);
        var sent = new Sent(body);

        assertThat(sent.has("jobTitle")).isTrue();
        assertThat(sent.has("surname")).isFalse();
        assertThat(sent.take("jobTitle", SentValues::text)).isNull();
        assertThatCode(sent::close).doesNotThrowAnyException();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var body = new LinkedHashMap<String, Object>();
        body.put("jobTitle", 7);
        body.put("shoeSize", 42);
        var sent = new Sent(body);
        sent.take("jobTitle", SentValues::text);

        assertThatThrownBy(sent::close).isInstanceOf(Refused.class)
                .hasMessage("jobTitle: This is a text.\nshoeSize: There is no such property, or it cannot be set.");
    }

    @Test
    void letsNotesPassButNoBinding() {
        assertThatCode(new Sent(Map.of("@odata.type", "x", "jobTitle@odata.type", "#String", "@odata.context", List.of()))::close).doesNotThrowAnyException();
        assertThatThrownBy(new Sent(Map.of("manager@odata.bind", "users/7"))::close).hasMessageStartingWith("manager@odata.bind: ");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnObjectWhereverAValueBelongs(ProfileField field) {
        var sent = new Sent(Map.of(field.property(), Map.of("deep", 1)));
        sent.take(field.property(), field.check());

        assertThatThrownBy(sent::close).hasMessageStartingWith(field.property() + ": This is ");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAListWithNothingInIt(ProfileField field) {
        var sent = new Sent(Map.of(field.property(), Arrays.asList((Object) null)));
        sent.take(field.property(), field.check());

        assertThatThrownBy(sent::close).hasMessageStartingWith(field.property() + ": ");
    }

    @Test
    void turnsNobodysTextAround() {
        var sent = new Sent(Map.of("companyName", "evil\u202Egnp.exe"));
        sent.take("companyName", ProfileField.COMPANY_NAME.check());

        assertThatThrownBy(sent::close).hasMessageContaining("turn the direction of text around");
    }
}
