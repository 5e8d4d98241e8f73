package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    private final Spelling spelling = new Spelling("$filter", Map.of("displayname", "displayName", "othermails", "otherMails", "id", "id"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "startsWith(DisplayName,'A')|startswith(displayName,'A')",
        "NOT(endsWith(displayName, 'A'))|not (endswith(displayName, 'A'))",
        "OtherMails/Any( x:x EQ 'A')|otherMails/any(x:x eq 'A')",
        "ID in('A','B')|id in ('A','B')",
        "created le 2026-01-31|created le 2026-01-31T00:00:00Z",
        "created le 2026-01-31T10:00:00Z|created le 2026-01-31T10:00:00Z",
        "t/Id eq 'A'|t/id eq 'A'",
        "unknown Eq 'A'|unknown eq 'A'",
        "displayName eq 'NOT(x)' AND id eq 'O''Neil And 2026-01-31'|displayName eq 'NOT(x)' and id eq 'O''Neil And 2026-01-31'",
        "displayName eq ''|displayName eq ''",
        "displayName eq ''''|displayName eq ''''"
    })
    void becomesTheUsualOne(String written, String usual) {
        assertThat(spelling.normal(written)).isEqualTo(usual);
        assertThat(spelling.normal(usual)).as("once more").isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName eq 'A", "displayName eq 'A''", "(id eq '1'))", ")("})
    void refusesWhatIsNotClosed(String written) {
        assertThatThrownBy(() -> spelling.normal(written)).isInstanceOf(Refused.class).hasMessageStartingWith("$filter");
    }

    @Test
    void namesTheFunctionThatIsNotOffered() {
        assertThatThrownBy(() -> spelling.normal("trim(displayName) eq 'A'")).isInstanceOf(UnsupportedOption.class).hasMessageStartingWith("trim");
        assertThat(spelling.normal("displayName eq 'trim(x)'")).isEqualTo("displayName eq 'trim(x)'");
    }
}
