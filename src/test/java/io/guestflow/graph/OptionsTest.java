package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Refused;
import io.guestflow.guest.TestGuests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"$filter=mail%20eq%20%27a%27", "%24filter=mail+eq+'a'", "$Filter=mail eq 'a'", "filter=mail+eq+%27a%27", "$format=json&$filter=mail+eq+'a'"})
    void readsAnOptionHoweverItIsEncoded(String query) {
        assertThat(options(query).values()).isEqualTo(Map.of("filter", "mail eq 'a'"));
    }

    @Test
    void decodesOnceAndAsUtf8() {
        assertThat(options("$filter=mail%20eq%20'a%2Bb%40x%2525'&$search=%22displayName:Zo%C3%AB%22&$count").values())
                .isEqualTo(Map.of("filter", "mail eq 'a+b@x%25'", "search", "\"displayName:Zoë\"", "count", ""));
        assertThat(options(null).values()).isEmpty();
        assertThat(options("api-version=1&&x").values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"$skip=10, $skip", "$expand=sponsors, $expand", "%24apply=x, $apply", "$compute=x, $compute", "expand=sponsors, $expand", "$colour=x, $colour",
        "$deltatoken=x, $deltatoken"})
    void saysWhichOptionIsNotOffered(String query, String name) {
        assertThatThrownBy(() -> options(query)).isInstanceOf(UnsupportedOption.class).hasMessageStartingWith(name);
    }

    @Test
    void refusesWhatIsThereTwiceOrGarbledOrTooLong() {
        assertThatThrownBy(() -> options("$top=1&%24top=2")).isInstanceOf(Refused.class).hasMessageContaining("$top");
        assertThatThrownBy(() -> options("$filter=%zz")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> options("$filter=mail%20eq%20'a%00b'")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> options("$filter=" + "x".repeat(4001))).isInstanceOf(Refused.class).hasMessageContaining("4000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "-1", "ten", "", "1.5", "99999999999"})
    void refusesPagesOfNoSize(String top) {
        assertThatThrownBy(() -> query("$top=" + top)).isInstanceOf(Refused.class).hasMessageStartingWith("$top");
    }

    @Test
    void knowsHowLongAPageIs() {
        assertThat(query("").top()).isEqualTo(100);
        assertThat(query("$top=1").top()).isEqualTo(1);
        assertThat(query("$top=999").top()).isEqualTo(999);
        assertThat(query("$count=true").count()).isTrue();
        assertThat(query("$count=false").count()).isFalse();
        assertThatThrownBy(() -> query("$count=yes")).isInstanceOf(Refused.class).hasMessageStartingWith("$count");
    }

    @Test
    void namesAnOptionThatIsNotForThisPlace() {
        assertThatThrownBy(() -> options("$top=1").only(List.of("select"))).isInstanceOf(UnsupportedOption.class).hasMessageStartingWith("$top");
    }

    private static Query query(String query) {
        return Query.of(options(query), new UserType(TestGuests.settings()).type());
    }

    private static Options options(String query) {
        var request = new MockHttpServletRequest();
        request.setQueryString(query);
        return Options.of(request);
    }
}
