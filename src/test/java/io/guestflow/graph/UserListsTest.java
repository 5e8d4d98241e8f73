package io.guestflow.graph;

import static io.guestflow.graph.ReadingApp.encoded;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How a program finds users, and how it reads a list to its end. */
@GuestflowTest
class UserListsTest {

    /** Keeps this test's users apart from those of others on the same database. */
    private final String domain = "d" + UUID.randomUUID() + ".example";
    private ReadingApp app;
    private DirectoryRows directory;

    @BeforeEach
    void prepare(@Autowired MockMvc web, @Autowired JdbcClient jdbc) {
        app = new ReadingApp(web);
        directory = new DirectoryRows(jdbc);
    }

    @Test
    void answersTheTestWhetherAnAddressIsKnown() {
        UUID ada = directory.guest("ada@" + domain);
        directory.otherMail(ada, "home@" + domain);
        String filter = "mail eq '%1$s' or otherMails/any(x:x eq '%1$s') or proxyAddresses/any(x:x eq 'SMTP:%1$s')";

        assertThat(app.ids("/users?$filter=" + encoded(filter.formatted("ADA@" + domain)))).containsExactly(ada.toString());
        assertThat(app.ids("/users?%24filter=" + encoded(filter.formatted("home@" + domain)).replace("+", "%20"))).containsExactly(ada.toString());
        assertThat(app.ids("/users?$filter=" + encoded(filter.formatted("nobody@" + domain)))).isEmpty();
    }

    @Test
    void listsAndCountsWhoHasNotAnswered() {
        UUID pending = directory.guest("pending@" + domain, "Zoë O'Hara 100%", "PENDING", NOW);
        directory.guest("active@" + domain, null, "ACTIVE", NOW);
        String ours = " and endsWith(mail,'@" + domain + "')";

        assertThat(app.ids("/users?$filter=" + encoded("externalUserState eq 'PendingAcceptance'" + ours))).containsExactly(pending.toString());
        assertThat(app.count("/users/$count?$filter=" + encoded("UserType eq 'Guest'" + ours))).isEqualTo("2");
        assertThat(app.ids("/users?$filter=" + encoded("displayName eq 'zoë o''hara 100%'" + ours))).containsExactly(pending.toString());
        assertThat(app.count("/users/$count?$search=" + encoded("\"mail:" + domain + "\" AND \"displayName:hara\""))).isEqualTo("1");
        assertThat(app.ids("/users?$count=true&$search=" + encoded(domain))).hasSize(2);
        assertThat(Integer.parseInt(app.count("/users/$count"))).isGreaterThanOrEqualTo(2);
    }

    @Test
    void leadsThroughAllPagesByLinksThatTellNobodysName() {
        var guests = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            guests.add(directory.guest("guest-" + i + "@" + domain).toString());
        }
        String query = "?$top=3&$count=true&$orderby=displayName%20desc&$select=mail&$filter=" + encoded("endsWith(mail,'" + domain + "')");

        DocumentContext first = app.read("/users" + query);

        assertThat(first.<Integer>read("$['@odata.count']")).isEqualTo(7);
        assertThat(first.<String>read("$['@odata.context']")).isEqualTo("http://localhost:8080/v1.0/$metadata#users(mail)");
        assertThat(first.<List<Map<String, Object>>>read("$.value")).allSatisfy(user -> assertThat(user).containsOnlyKeys("id", "mail"));
        String next = ReadingApp.next(first);
        assertThat(next).startsWith("/users?$skiptoken=").doesNotContain(domain);
        assertThat(app.read(next).<Integer>read("$['@odata.count']")).isEqualTo(7);
        assertThat(app.read(next).<List<Map<String, Object>>>read("$.value")).allSatisfy(user -> assertThat(user).containsOnlyKeys("id", "mail"));
        assertThat(app.ids("/users" + query)).containsExactly(guests.get(6), guests.get(5), guests.get(4), guests.get(3), guests.get(2), guests.get(1), guests.get(0));
        assertThat(app.refused("/groups" + next.substring("/users".length()), 400).<String>read("$.error.innerError.code")).isEqualTo("invalid-token");
        assertThat(app.refused(next + "x", 400).<String>read("$.error.message")).startsWith("$skiptoken");
        assertThat(app.refused(next + "&$top=5", 400).<String>read("$.error.message")).startsWith("$skiptoken");
    }

    @Test
    void showsEverybodyOnceWhoStaysWhileOthersComeAndGo() {
        var staying = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            staying.add(directory.guest("guest-" + i + "@" + domain).toString());
        }
        UUID leaving = directory.guest("guest-1a@" + domain);
        DocumentContext page = app.read("/users?$top=3&$orderby=mail&$filter=" + encoded("endsWith(mail,'" + domain + "')"));
        List<String> seen = new ArrayList<>(page.<List<String>>read("$.value[*].id"));
        assertThat(seen).endsWith(leaving.toString());

        directory.set(leaving, "state", "REMOVED");
        UUID before = directory.guest("guest-0a@" + domain);
        UUID behind = directory.guest("guest-9@" + domain);
        seen.addAll(app.ids(ReadingApp.next(page)));

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying).contains(behind.toString()).doesNotContain(before.toString());
    }

    @ParameterizedTest
    @CsvSource({"$skip=1, $skip", "$expand=manager, $expand", "$apply=x, $apply", "$filter=length(mail)+gt+3, length", "$colour=red, $colour"})
    void saysWhatIsNotOffered(String query, String name) {
        DocumentContext error = app.refused("/users?" + query, 501);

        assertThat(error.<String>read("$.error.code")).isEqualTo("NotImplemented");
        assertThat(error.<String>read("$.error.innerError.code")).isEqualTo("unsupported-option");
        assertThat(error.<String>read("$.error.message")).startsWith(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?$filter=mail+eq", "?$filter=favouriteColour+eq+'blue'", "?$top=0", "?$top=1000", "?$select=favouriteColour", "?$orderby=favouriteColour",
        "?$count=perhaps", "?$skiptoken=x", "/$count?$filter=mail+eq", "?$search=%22favouriteColour:blue%22"})
    void refusesWhatCannotBeUnderstood(String query) {
        assertThat(app.refused("/users" + query, 400).<String>read("$.error.code")).isEqualTo("Request_BadRequest");
    }

    @Test
    void looksAtNoOtherOptionThanThoseOfThePlace() {
        UUID ada = directory.guest("ada@" + domain);

        app.refused("/users/" + ada + "?$filter=" + encoded("id eq '1'"), 501);
        app.refused("/users/$count?$top=5", 501);
        app.refused("/users/" + ada + "/sponsors?$top=5", 501);
    }
}
