package io.guestflow.graph;

import static io.guestflow.graph.ReadingApp.encoded;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class CatalogueListsTest {

    private final String domain = "d" + UUID.randomUUID() + ".example";
    private ReadingApp app;
    private DirectoryRows directory;

    @BeforeEach
    void prepare(@Autowired MockMvc web, @Autowired JdbcClient jdbc) {
        app = new ReadingApp(web);
        directory = new DirectoryRows(jdbc);
    }

    @Test
    void showsGroups() {
        UUID group = directory.group("Suppliers of " + domain);
        UUID other = directory.group("Agencies of " + domain);

        Map<String, Object> shown = app.read("/groups/" + group).read("$");
        assertThat(shown).containsEntry("@odata.context", "http://localhost:8080/v1.0/$metadata#groups/$entity").containsEntry("id", group.toString())
                .containsEntry("displayName", "Suppliers of " + domain).containsEntry("description", null).containsEntry("securityEnabled", true)
                .containsEntry("mailEnabled", false).containsEntry("groupTypes", List.of()).containsKey("createdDateTime");
        assertThat(app.ids("/groups?$orderby=displayName&$filter=" + encoded("endsWith(displayName,'" + domain + "')")))
                .containsExactly(other.toString(), group.toString());
        assertThat(app.ids("/groups?$search=" + encoded("\"displayName:suppliers of " + domain + "\""))).containsExactly(group.toString());
        assertThat(app.count("/groups/$count?$filter=" + encoded("displayName eq 'SUPPLIERS of " + domain + "'"))).isEqualTo("1");
        app.refused("/groups/" + UUID.randomUUID(), 404);
        app.refused("/groups/nonsense", 404);
        app.refused("/groups?$filter=" + encoded("securityEnabled eq true"), 400);
    }

    @Test
    void showsTheMembersOfAGroupPageByPage() {
        UUID group = directory.group("Suppliers of " + domain);
        var members = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            UUID guest = directory.guest("guest-" + i + "@" + domain);
            directory.join(group, guest);
            members.add(guest.toString());
        }
        directory.join(group, directory.guest("gone@" + domain, null, "REMOVED", NOW));
        String path = "/groups/" + group + "/members";

        assertThat(app.ids(path)).containsExactlyInAnyOrderElementsOf(members);
        assertThat(app.ids(path + "?$top=2&$orderby=mail")).containsExactlyElementsOf(members);
        assertThat(app.ids(path + "/graph.user?$top=2&$orderby=mail")).containsExactlyElementsOf(members);
        assertThat(app.count(path + "/$count")).isEqualTo("5");
        assertThat(app.count(path + "/microsoft.graph.user/$count?$filter=" + encoded("startsWith(mail,'guest-1')"))).isEqualTo("1");
        DocumentContext page = app.read(path + "?$count=true&$top=1");
        assertThat(page.<Integer>read("$['@odata.count']")).isEqualTo(5);
        assertThat(page.<String>read("$.value[0]['@odata.type']")).isEqualTo("#microsoft.graph.user");
        assertThat(page.<String>read("$['@odata.context']")).isEqualTo("http://localhost:8080/v1.0/$metadata#directoryObjects");
        assertThat(app.read(path + "/microsoft.graph.user").<List<Map<String, Object>>>read("$.value"))
                .allSatisfy(user -> assertThat(user).containsKey("userPrincipalName").doesNotContainKey("@odata.type"));
        app.refused("/groups/" + UUID.randomUUID() + "/members", 404);
    }

    @Test
    void showsDirectoryRolesAndWhoHasThem() {
        UUID role = directory.role("Inviter of " + domain);
        UUID guest = directory.guest("guest@" + domain);
        directory.give(role, guest);

        assertThat(app.read("/directoryRoles/" + role).<Map<String, Object>>read("$")).containsEntry("displayName", "Inviter of " + domain)
                .containsEntry("roleTemplateId", role.toString());
        assertThat(app.ids("/directoryRoles?$filter=" + encoded("displayName eq 'Inviter of " + domain + "'"))).containsExactly(role.toString());
        DocumentContext members = app.read("/directoryRoles/" + role + "/members");
        assertThat(members.<List<String>>read("$.value[*].id")).containsExactly(guest.toString());
        assertThat(members.<List<String>>read("$.value[*]['@odata.type']")).containsExactly("#microsoft.graph.user");
        app.refused("/directoryRoles/" + UUID.randomUUID(), 404);
    }

    @Test
    void showsAppsAndWhoMayUseThem() {
        UUID portal = directory.app("Portal of " + domain);
        UUID guest = directory.guest("guest@" + domain);
        UUID group = directory.group("Suppliers of " + domain);
        directory.assign(portal, guest);
        directory.assign(portal, group);
        directory.assign(portal, directory.guest("gone@" + domain, null, "REMOVED", NOW));

        assertThat(app.read("/servicePrincipals/" + portal).<Map<String, Object>>read("$")).containsEntry("displayName", "Portal of " + domain)
                .containsEntry("appId", portal.toString()).containsEntry("homepage", "https://app.contoso.example/").containsEntry("appRoles", List.of())
                .containsEntry("notes", null);
        assertThat(app.ids("/servicePrincipals?$filter=" + encoded("appId eq '" + portal + "'"))).containsExactly(portal.toString());
        DocumentContext assigned = app.read("/servicePrincipals/" + portal + "/appRoleAssignedTo?$orderby=principalType");
        assertThat(assigned.<List<String>>read("$.value[*].principalType")).containsExactly("Group", "User");
        assertThat(assigned.<List<String>>read("$.value[*].principalId")).containsExactly(group.toString(), guest.toString());
        assertThat(assigned.<List<String>>read("$.value[*].principalDisplayName")).containsExactly("Suppliers of " + domain, "guest@" + domain);
        assertThat(app.ids("/servicePrincipals/" + portal + "/appRoleAssignedTo?$top=1")).hasSize(2).doesNotHaveDuplicates();
        app.refused("/servicePrincipals/" + UUID.randomUUID() + "/appRoleAssignedTo", 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft.graph.user", "graph.user"})
    void showsRemovedGuestsUntilTheyArePurged(String cast) {
        UUID removed = directory.guest("removed@" + domain, null, "REMOVED", NOW);
        directory.set(removed, "state_before_removal", "ACTIVE");
        directory.set(removed, "removed_at", NOW.atOffset(ZoneOffset.UTC));
        directory.guest("here@" + domain);
        String filter = encoded("contains(mail,'" + domain + "')");

        assertThat(app.ids("/directory/deletedItems/" + cast + "?$filter=" + filter)).containsExactly(removed.toString());
        assertThat(app.count("/directory/deletedItems/" + cast + "/$count?$filter=" + filter)).isEqualTo("1");
        Map<String, Object> shown = app.read("/directory/deletedItems/" + removed + "?$select=deletedDateTime,externalUserState").read("$");
        assertThat(shown).containsEntry("deletedDateTime", NOW.toString()).containsEntry("externalUserState", "Accepted")
                .containsEntry("@odata.type", "#microsoft.graph.user");
        assertThat(app.read("/directory/deletedItems/" + removed + "/" + cast).<String>read("$.mail")).isEqualTo("removed@" + domain);
        app.refused("/directory/deletedItems/" + UUID.randomUUID(), 404);
    }
}
