package io.guestflow.graph;

import static io.guestflow.graph.ReadingApp.encoded;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the API shows of one user: properties, sponsors, groups, roles and apps. */
@GuestflowTest
class ShownUsersTest {

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
