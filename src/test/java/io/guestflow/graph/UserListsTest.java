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
    void showsOfAUserWhatMicrosoftGraphShowsUnasked() {
        UUID ada = directory.guest("Ada@" + domain, "Ada Lovelace", "ACTIVE", NOW);
        directory.set(ada, "business_phone", "+49 30 1");
        directory.set(ada, "preferred_language", "en-GB");

        Map<String, Object> user = app.read("/users/" + ada).read("$");

        assertThat(user).containsOnlyKeys("@odata.context", "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone",
                "officeLocation", "preferredLanguage", "surname", "userPrincipalName");
        assertThat(user).containsEntry("@odata.context", "http://localhost:8080/v1.0/$metadata#users/$entity").containsEntry("id", ada.toString())
                .containsEntry("displayName", "Ada Lovelace").containsEntry("mail", "Ada@" + domain).containsEntry("businessPhones", List.of("+49 30 1"))
                .containsEntry("userPrincipalName", "ada_" + domain + "#EXT#@contoso.example").containsEntry("preferredLanguage", "en-GB")
                .containsEntry("jobTitle", null);
    }

    @Test
    void showsWhatIsSelectedOfAGuestWhoHasAccepted() {
        UUID ada = directory.guest("ada@" + domain, null, "ACTIVE", NOW);
        directory.set(ada, "contact_mail", "Office@" + domain);
        directory.set(ada, "contact_mail_key", "office@" + domain);
        directory.otherMail(ada, "home@" + domain);

        DocumentContext user = app.read("/users/" + ada + "?$select=userType,creationType,externalUserState,externalUserStateChangeDateTime,"
                + "createdDateTime,deletedDateTime,accountEnabled,showInAddressList,identities,otherMails,proxyAddresses,mail,displayName");

        assertThat(user.<String>read("$['@odata.context']")).startsWith("http://localhost:8080/v1.0/$metadata#users(userType,creationType,").endsWith(")/$entity");
        assertThat(user.<String>read("$.id")).isEqualTo(ada.toString());
        assertThat(user.<String>read("$.userType")).isEqualTo("Guest");
        assertThat(user.<String>read("$.creationType")).isEqualTo("Invitation");
        assertThat(user.<String>read("$.externalUserState")).isEqualTo("Accepted");
        assertThat(user.<String>read("$.externalUserStateChangeDateTime")).isEqualTo(NOW.toString());
        assertThat(user.<String>read("$.createdDateTime")).isEqualTo(NOW.toString());
        assertThat(user.<String>read("$.deletedDateTime")).isNull();
        assertThat(user.<Boolean>read("$.accountEnabled")).isTrue();
        assertThat(user.<Boolean>read("$.showInAddressList")).isFalse();
        assertThat(user.<String>read("$.mail")).isEqualTo("Office@" + domain);
        assertThat(user.<String>read("$.displayName")).isEqualTo("ada@" + domain);
        assertThat(user.<List<String>>read("$.otherMails")).containsExactly("home@" + domain);
        assertThat(user.<List<String>>read("$.proxyAddresses")).containsExactly("SMTP:Office@" + domain, "smtp:home@" + domain);
        assertThat(user.<List<Object>>read("$.identities")).containsExactly(
                Map.of("signInType", "federated", "issuer", "mail", "issuerAssignedId", "ada@" + domain));
    }

    @Test
    void tellsAPendingGuestFromAMember() {
        UUID pending = directory.guest("pending@" + domain, null, "DECLINED", NOW);
        UUID member = directory.member("staff-" + domain, null);

        DocumentContext guest = app.read("/users/" + pending + "?$select=externalUserState,identities");
        assertThat(guest.<String>read("$.externalUserState")).isEqualTo("PendingAcceptance");
        assertThat(guest.<List<Object>>read("$.identities")).containsExactly(Map.of("signInType", "userPrincipalName", "issuer", "contoso.example",
                "issuerAssignedId", "pending_" + domain + "#EXT#@contoso.example"));
        DocumentContext staff = app.read("/users/" + member + "?%24select=userType,creationType,externalUserState,externalUserStateChangeDateTime,mail,proxyAddresses");
        assertThat(staff.<Map<String, Object>>read("$")).containsEntry("userType", "Member").containsEntry("creationType", null)
                .containsEntry("externalUserState", null).containsEntry("externalUserStateChangeDateTime", null).containsEntry("mail", null)
                .containsEntry("proxyAddresses", List.of());
        assertThat(app.ids("/users?$filter=" + encoded("userType eq 'Member' and startsWith(userPrincipalName,'staff-" + domain + "')"))).containsExactly(member.toString());
        assertThat(app.ids("/users?$filter=" + encoded("contains(userPrincipalName,'" + domain + "')"))).containsExactlyInAnyOrder(pending.toString(), member.toString());
    }

    @Test
    void findsAUserByThePrincipalNameHoweverItIsEncoded() {
        UUID ada = directory.guest("ada@" + domain);
        String name = "ada_" + domain;

        for (String spelling : List.of(name + "%23EXT%23@contoso.example", name + "%23EXT%23%40contoso.example", "ADA_" + domain + "%23ext%23@CONTOSO.example")) {
            assertThat(app.read("/users/" + spelling).<String>read("$.id")).isEqualTo(ada.toString());
        }
        assertThat(app.read("/users/" + ada.toString().toUpperCase()).<String>read("$.id")).isEqualTo(ada.toString());
    }

    @Test
    void knowsNobodyWhoIsRemovedOrWasNeverThere() {
        UUID removed = directory.guest("removed@" + domain, null, "REMOVED", NOW);

        for (String path : List.of("/users/" + removed, "/users/" + UUID.randomUUID(), "/users/nobody@contoso.example", "/users/" + removed + "/sponsors",
                "/users/" + removed + "/memberOf", "/users/" + removed + "/appRoleAssignments")) {
            assertThat(app.refused(path, 404).<String>read("$.error.code")).isEqualTo("Request_ResourceNotFound");
        }
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

    @Test
    void showsWhoAnswersForAGuest() {
        UUID ada = directory.guest("ada@" + domain);
        UUID grace = directory.member("grace-" + domain, null);
        UUID group = directory.group("Sponsors of " + domain);
        directory.sponsor(ada, grace);
        directory.sponsor(ada, group);

        DocumentContext sponsors = app.read("/users/" + ada + "/sponsors");

        assertThat(sponsors.<List<String>>read("$.value[*].id")).containsExactly(grace.toString(), group.toString());
        assertThat(sponsors.<List<String>>read("$.value[*]['@odata.type']")).containsExactly("#microsoft.graph.user", "#microsoft.graph.group");
        assertThat(sponsors.<String>read("$['@odata.context']")).isEqualTo("http://localhost:8080/v1.0/$metadata#directoryObjects");
        assertThat(app.read("/users/" + ada + "/sponsors?$select=displayName").<List<Map<String, Object>>>read("$.value"))
                .allSatisfy(sponsor -> assertThat(sponsor).containsOnlyKeys("@odata.type", "id", "displayName"));
        assertThat(app.ids("/users/" + grace + "/sponsors")).isEmpty();
    }

    @Test
    void showsGroupsAndRolesOfAGuest() {
        UUID ada = directory.guest("ada@" + domain);
        UUID other = directory.guest("other@" + domain);
        UUID group = directory.group("Group of " + domain);
        UUID role = directory.role("Role of " + domain);
        directory.join(group, ada);
        directory.join(group, other);
        directory.give(role, ada);

        DocumentContext memberships = app.read("/users/" + ada + "/memberOf?$orderby=displayName");

        assertThat(memberships.<List<String>>read("$.value[*].id")).containsExactly(group.toString(), role.toString());
        assertThat(memberships.<List<String>>read("$.value[*]['@odata.type']")).containsExactly("#microsoft.graph.group", "#microsoft.graph.directoryRole");
        assertThat(app.ids("/users/" + other + "/transitiveMemberOf")).containsExactly(group.toString());
        assertThat(app.ids("/users/" + ada + "/memberOf?$top=1")).containsExactlyInAnyOrder(group.toString(), role.toString());
        assertThat(app.ids("/users/" + ada + "/memberOf?$filter=" + encoded("startsWith(displayName,'role')"))).containsExactly(role.toString());
    }

    @Test
    void showsTheAppsOfAGuest() {
        UUID ada = directory.guest("ada@" + domain, "Ada", "ACTIVE", NOW);
        UUID portal = directory.app("Portal of " + domain);
        UUID desk = directory.app("Desk of " + domain);
        directory.assign(portal, ada);
        directory.assign(desk, ada);

        DocumentContext assignments = app.read("/users/" + ada + "/appRoleAssignments?$orderby=resourceDisplayName%20desc&$top=1");

        assertThat(assignments.<String>read("$.value[0].resourceId")).isEqualTo(portal.toString());
        assertThat(assignments.<String>read("$.value[0].resourceDisplayName")).isEqualTo("Portal of " + domain);
        assertThat(assignments.<String>read("$.value[0].principalId")).isEqualTo(ada.toString());
        assertThat(assignments.<String>read("$.value[0].principalType")).isEqualTo("User");
        assertThat(assignments.<String>read("$.value[0].principalDisplayName")).isEqualTo("Ada");
        assertThat(assignments.<String>read("$.value[0].appRoleId")).isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(app.ids("/users/" + ada + "/appRoleAssignments?$top=1")).hasSize(2).doesNotHaveDuplicates();
        assertThat(app.ids("/users/" + ada + "/appRoleAssignments?$filter=" + encoded("resourceId eq '" + desk + "'"))).hasSize(1);
    }
}
