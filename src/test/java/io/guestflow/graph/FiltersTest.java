package io.guestflow.graph;

import static io.guestflow.guest.Condition.ITSELF;
import static io.guestflow.guest.Condition.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Compares;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Condition.Has;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Not;
import io.guestflow.guest.Condition.OneOf;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Refused;
import io.guestflow.guest.TestGuests;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final Filters users = new Filters(new UserType(TestGuests.settings()).type());
    private final Filters audit = new Filters(AuditType.TYPE);

    @Test
    void readsWhatScriptsAskAboutGuests() {
        assertThat(users.filter("userType eq 'Guest'")).isEqualTo(equal("userType", "Guest"));
        assertThat(users.filter("externalUserState eq 'PendingAcceptance'")).isEqualTo(equal("externalUserState", "PendingAcceptance"));
        assertThat(users.filter("mail eq 'a@x.example' or otherMails/any(x:x eq 'a@x.example') or proxyAddresses/any(x:x eq 'SMTP:a@x.example')"))
                .isEqualTo(new Condition.Either(List.of(equal("mail", "a@x.example"), new Has("otherMails", equal(ITSELF, "a@x.example")),
                        new Has("proxyAddresses", equal(ITSELF, "SMTP:a@x.example")))));
        assertThat(users.filter("externalUserState eq 'PendingAcceptance' and createdDateTime le 2026-01-01T00:00:00Z")).isEqualTo(
                equal("externalUserState", "PendingAcceptance").and(new Compares("createdDateTime", Comparison.LESS_OR_EQUAL, NEW_YEAR)));
        assertThat(users.filter("startsWith(userPrincipalName,'ada_')")).isEqualTo(new Matches("userPrincipalName", Part.START, "ada_"));
        assertThat(users.filter("endsWith(mail, '@x.example')")).isEqualTo(new Matches("mail", Part.END, "@x.example"));
        assertThat(users.filter("contains(displayName,'love')")).isEqualTo(new Matches("displayName", Part.ANYWHERE, "love"));
        assertThat(users.filter("accountEnabled ne true")).isEqualTo(new Compares("accountEnabled", Comparison.NOT_EQUAL, true));
        assertThat(users.filter("not(accountEnabled eq true)")).isEqualTo(new Not(equal("accountEnabled", true)));
        assertThat(users.filter("accountEnabled in (true)")).isEqualTo(new OneOf("accountEnabled", List.of(true)));
        assertThat(users.filter("creationType eq null")).isEqualTo(equal("creationType", null));
    }

    @Test
    void readsConditionsOnTheItemsOfCollections() {
        assertThat(users.filter("identities/any(i: i/issuer eq 'mail' and i/issuerAssignedId eq 'a@x.example')"))
                .isEqualTo(new Has("identities", equal("issuer", "mail").and(equal("issuerAssignedId", "a@x.example"))));
        assertThat(users.filter("businessPhones/any(p:startsWith(p,'+49') or p eq '110')"))
                .isEqualTo(new Has("businessPhones", new Matches(ITSELF, Part.START, "+49").or(equal(ITSELF, "110"))));
        assertThat(users.filter("otherMails/any()")).isEqualTo(new Has("otherMails", Condition.NONE));
        assertThat(audit.filter("targetResources/any(t: t/id eq '1')")).isEqualTo(new Has("targetResources", equal("id", "1")));
        assertThat(audit.filter("initiatedBy/user/id eq '1' or initiatedBy/app/appId eq '2'"))
                .isEqualTo(equal("initiatedBy/user/id", "1").or(equal("initiatedBy/app/appId", "2")));
    }

    @Test
    void comparesInEveryWay() {
        assertThat(users.filter("surname gt 'K'")).isEqualTo(new Compares("surname", Comparison.GREATER, "K"));
        assertThat(users.filter("surname ge 'K'")).isEqualTo(new Compares("surname", Comparison.GREATER_OR_EQUAL, "K"));
        assertThat(users.filter("surname lt 'K'")).isEqualTo(new Compares("surname", Comparison.LESS, "K"));
        assertThat(users.filter("'K' lt surname")).isEqualTo(new Compares("surname", Comparison.GREATER, "K"));
        assertThat(users.filter("'K' ge surname")).isEqualTo(new Compares("surname", Comparison.LESS_OR_EQUAL, "K"));
        assertThat(users.filter("id in ('1','2')")).isEqualTo(new OneOf("id", List.of("1", "2")));
        assertThat(users.filter("startsWith(mail,'a') eq false")).isEqualTo(new Not(new Matches("mail", Part.START, "a")));
        assertThat(users.filter("startsWith(mail,'a') ne false")).isEqualTo(new Matches("mail", Part.START, "a"));
        assertThat(users.filter("accountEnabled")).isEqualTo(equal("accountEnabled", true));
        assertThat(users.filter("createdDateTime lt 2026-01-01T02:00:00+02:00")).isEqualTo(new Compares("createdDateTime", Comparison.LESS, NEW_YEAR));
        assertThat(users.filter("createdDateTime lt 2026-01-01")).isEqualTo(new Compares("createdDateTime", Comparison.LESS, NEW_YEAR));
        assertThat(users.filter("(id eq '1' or id eq '2') and not (id eq '3')")).isEqualTo(
                equal("id", "1").or(equal("id", "2")).and(new Not(equal("id", "3"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "UserType Eq 'Guest'|usertype eq 'Guest'",
        "STARTSWITH(MAIL,'x')|startswith(mail,'x')",
        "not(startswith(mail,'x'))|not startswith(mail,'x')",
        "id IN('1')|id in ('1')",
        "  mail eq 'x'  |mail eq 'x'",
        "otherMails/ANY( x : x eq 'y')|otherMails/any(x:x eq 'y')",
        "mail eq 'x' AND(id eq 'y')|mail eq 'x' and (id eq 'y')"
    })
    void readsWhatMicrosoftGraphReads(String written, String usual) {
        assertThat(users.filter(written)).isEqualTo(users.filter(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not(STARTSWITH(a,'", "in('", "any( x : x", "2026-01-01", "((((((((((((((((((((((((((((((", "foo(bar) and or not", "%_!", "žluť ёж 猫", ""})
    void leavesAloneWhatStandsInQuotationMarks(String text) {
        assertThat(users.filter("displayName eq '" + text.replace("'", "''") + "' or id eq '1'")).isEqualTo(equal("displayName", text).or(equal("id", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"favouriteColour eq 'blue'", "initiatedBy/user/id eq 'x'", "id eq '1' and favouriteColour eq 'blue'", "contains(favouriteColour,'b')"})
    void refusesAPropertyThatThereIsNotByItsName(String filter) {
        assertThatThrownBy(() -> users.filter(filter)).isInstanceOf(Refused.class).hasMessageMatching("(?s).*\\$filter.*(favouriteColour|initiatedBy).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail eq", "mail", "mail eq ada", "mail eq 'a", "mail eq 'a' id eq 'b'", "(mail eq 'a'", "mail eq 'a')", "eq 'a'", "mail eq \"a\"",
        "accountEnabled eq 'true'", "createdDateTime lt 'yesterday'", "mail eq 1", "otherMails eq 'a'", "identities/any(i:i eq 'a')", "mail eq 'a' and",
        "otherMails/any(x:mail eq 'a')", "'a'", "true", "", "startsWith(mail)", "startsWith(mail,null)", "not mail", "startsWith(mail,'a') gt true"})
    void refusesWhatCannotBeRead(String filter) {
        assertThatThrownBy(() -> users.filter(filter)).isInstanceOf(Refused.class).hasMessageStartingWith("$filter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "length(mail) gt 3|length", "toLower(mail) eq 'a'|toLower", "concat(mail,'a') eq 'b'|concat", "otherMails/all(x:x eq 'a')|all",
        "createdDateTime lt now()|now", "foo(mail)|foo", "mail eq displayName|$filter", "'a' eq 'a'|$filter", "otherMails/$count eq 0|$count",
        "mail eq @p|@", "isof(mail,Edm.String)|isof", "$it/mail eq 'a'|$it"
    })
    void saysThatAFunctionIsNotOffered(String filter, String name) {
        assertThatThrownBy(() -> users.filter(filter)).isInstanceOfSatisfying(UnsupportedOption.class,
                unsupported -> assertThat(unsupported.error().fault()).isEqualTo(Fault.NOT_IMPLEMENTED)).hasMessageContaining(name);
    }

    @Test
    void refusesFiltersWithoutEnd() {
        assertThat(users.filter(chain(Spelling.MOST_CONDITIONS))).isInstanceOf(Condition.Either.class);
        assertThatThrownBy(() -> users.filter(chain(Spelling.MOST_CONDITIONS + 1))).isInstanceOf(Refused.class).hasMessageContaining("100");
        assertThatThrownBy(() -> users.filter("not ".repeat(3000) + "accountEnabled")).isInstanceOf(Refused.class);
        assertThat(users.filter("(".repeat(20) + "id eq '1'" + ")".repeat(20))).isEqualTo(equal("id", "1"));
        assertThatThrownBy(() -> users.filter("(".repeat(21) + "id eq '1'" + ")".repeat(21))).isInstanceOf(Refused.class).hasMessageContaining("20");
        assertThatThrownBy(() -> users.filter("(".repeat(5000))).isInstanceOf(Refused.class);
    }

    @Test
    void sortsBySeveralProperties() {
        assertThat(users.orders("displayName")).containsExactly(new Order("displayName", false));
        assertThat(users.orders("createdDateTime desc, DISPLAYNAME ASC,id")).containsExactly(new Order("createdDateTime", true),
                new Order("displayName", false), new Order("id", false));
        assertThat(audit.orders("initiatedBy/user/id DESC")).containsExactly(new Order("initiatedBy/user/id", true));
        assertThatThrownBy(() -> users.orders("favouriteColour")).isInstanceOf(Refused.class).hasMessageContaining("favouriteColour");
        assertThatThrownBy(() -> users.orders("displayName downwards")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.orders("")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.orders("length(mail)")).isInstanceOf(UnsupportedOption.class);
    }

    @Test
    void selectsProperties() {
        assertThat(users.select("id,mail")).containsExactly("id", "mail");
        assertThat(users.select("DisplayName , Id,id")).containsExactly("displayName", "id");
        assertThat(users.select("*")).contains("identities", "proxyAddresses", "id");
        assertThat(audit.select("initiatedBy")).containsExactly("initiatedBy");
        assertThatThrownBy(() -> users.select("id,favouriteColour")).isInstanceOf(Refused.class).hasMessageContaining("favouriteColour");
        assertThatThrownBy(() -> users.select("")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName add null", "id sub null", "mail eq $root/users", "$it in ('a')", "$it in (null)", "identities in ()",
        "identities in ('a')", "identities/any(x:x in ('a','b'))"})
    void refusesWhatTheParserStumblesOver(String filter) {
        assertThatThrownBy(() -> users.filter(filter)).isInstanceOfAny(Refused.class, UnsupportedOption.class);
    }

    private static String chain(int conditions) {
        return IntStream.range(0, conditions).mapToObj(i -> "id eq '" + i + "'").collect(Collectors.joining(" or "));
    }
}
