package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Refused;
import io.guestflow.guest.TestGuests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchesTest {

    private final Searches users = new Searches(new UserType(TestGuests.settings()).type());

    @Test
    void looksIntoTheNamedProperty() {
        assertThat(users.search("\"displayName:ada\"")).isEqualTo(part("displayName", "ada"));
        assertThat(users.search(" \"DisplayName:Ada Lovelace\" AND \"mail:x.example\"")).isEqualTo(part("displayName", "Ada Lovelace").and(part("mail", "x.example")));
        assertThat(users.search("\"displayName:a\" OR (\"mail:b\" AND NOT \"mail:c\")")).isEqualTo(
                part("displayName", "a").or(part("mail", "b").and(new Condition.Not(part("mail", "c")))));
        assertThat(users.search("\"displayName:O'Hara (\\\"Bob\\\"\"")).isEqualTo(part("displayName", "O'Hara (\"Bob\""));
    }

    @Test
    void looksForPlainWordsWhereNamesAre() {
        assertThat(users.search("ada")).isEqualTo(anywhere("ada"));
        assertThat(users.search("ada lovelace")).isEqualTo(anywhere("ada").and(anywhere("lovelace")));
        assertThat(users.search("\"ada lovelace\"")).isEqualTo(anywhere("ada lovelace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"ada", "(ada", "AND", "\"favouriteColour:blue\"", "\"otherMails:ada\"", "ada AND"})
    void refusesWhatItCannotRead(String search) {
        assertThatThrownBy(() -> users.search(search)).isInstanceOf(Refused.class).hasMessageStartingWith("$search");
    }

    @Test
    void refusesSearchesWithoutEnd() {
        assertThatThrownBy(() -> users.search("a ".repeat(1000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.search("(".repeat(1000) + "a")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.search("NOT ".repeat(1000) + "a")).isInstanceOf(Refused.class);
    }

    @Test
    void readsAPhraseAsLongAsOptionsCanBe() {
        String longest = "a".repeat(3990);

        assertThat(users.search('"' + longest + '"')).isEqualTo(anywhere(longest));
    }

    @Test
    void isNotOfferedWhereThereIsNoText() {
        assertThatThrownBy(() -> new Searches(AuditType.TYPE).search("ada")).isInstanceOf(UnsupportedOption.class).hasMessageContaining("$search");
    }

    private static Condition anywhere(String text) {
        return part("displayName", text).or(part("mail", text)).or(part("userPrincipalName", text));
    }

    private static Condition part(String property, String text) {
        return new Matches(property, Part.ANYWHERE, text);
    }
}
