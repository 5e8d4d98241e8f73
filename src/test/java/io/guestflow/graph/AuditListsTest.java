package io.guestflow.graph;

import static io.guestflow.graph.ReadingApp.encoded;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class AuditListsTest {

    private static final String ENTRIES = "/auditLogs/directoryAudits";

    private final UUID guest = UUID.randomUUID();
    private ReadingApp app;
    private DirectoryRows directory;

    @BeforeEach
    void prepare(@Autowired MockMvc web, @Autowired JdbcClient jdbc) {
        app = new ReadingApp(web);
        directory = new DirectoryRows(jdbc);
    }

    @Test
    void tellsWhatHappenedInTheShapeOfMicrosoftGraph() {
        UUID grace = directory.member("grace-" + guest, null);
        UUID group = UUID.randomUUID();
        UUID entry = directory.happened("Add member to group", "STAFF", "grace-" + guest, guest, group, NOW);

        DocumentContext shown = app.read(ENTRIES + "/" + entry);

        assertThat(shown.<Map<String, Object>>read("$")).containsEntry("@odata.context", "http://localhost:8080/v1.0/$metadata#auditLogs/directoryAudits/$entity")
                .containsEntry("id", entry.toString()).containsEntry("category", "GroupManagement").containsEntry("result", "success")
                .containsEntry("activityDisplayName", "Add member to group").containsEntry("activityDateTime", NOW.toString())
                .containsEntry("loggedByService", "Core Directory")
                .containsEntry("additionalDetails", List.of(Map.of("key", "detail", "value", "by the way")));
        assertThat(shown.<String>read("$.initiatedBy.user.id")).isEqualTo(grace.toString());
        assertThat(shown.<Object>read("$.initiatedBy.app")).isNull();
        assertThat(shown.<List<String>>read("$.targetResources[*].id")).containsExactly(guest.toString(), group.toString());
        assertThat(shown.<List<String>>read("$.targetResources[*].type")).containsExactly("User", "Group");
        app.refused(ENTRIES + "/" + UUID.randomUUID(), 404);
    }

    @Test
    void tellsWhoDidIt() {
        UUID byGuest = directory.happened("Redeem external user invite", "GUEST", guest.toString(), guest, null, NOW);
        UUID byApp = directory.happened("Invite external user", "APPLICATION", "app-" + guest, guest, null, NOW);
        UUID bySystem = directory.happened("Expire external user invite", "SYSTEM", "system", guest, null, NOW);

        assertThat(app.read(ENTRIES + "/" + byGuest).<String>read("$.initiatedBy.user.id")).isEqualTo(guest.toString());
        assertThat(app.read(ENTRIES + "/" + byApp).<String>read("$.initiatedBy.app.appId")).isEqualTo("app-" + guest);
        assertThat(app.read(ENTRIES + "/" + bySystem).<String>read("$.initiatedBy.app.displayName")).isEqualTo("Guestflow");
        assertThat(app.ids(ENTRIES + "?$filter=" + encoded("initiatedBy/user/id eq '" + guest + "'"))).containsExactly(byGuest.toString());
        assertThat(app.ids(ENTRIES + "?$filter=" + encoded("initiatedBy/app/appId eq 'app-" + guest + "'"))).containsExactly(byApp.toString());
    }

    @Test
    void findsWhatAMemberOfTheStaffDid() {
        UUID grace = directory.member("grace-" + guest, null);
        UUID invited = directory.happened("Invite external user", "STAFF", "grace-" + guest, guest, null, NOW);
        directory.happened("Invite external user", "APPLICATION", "grace-" + guest, guest, null, NOW);

        assertThat(app.ids(ENTRIES + "?$filter=" + encoded("initiatedBy/user/id eq '" + grace + "'"))).containsExactly(invited.toString());
    }

    @Test
    void tellsTheNewestFirstAndFindsWhatHappenedToWhomAndWhen() {
        var entries = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            entries.add(directory.happened(i % 2 == 0 ? "Update user" : "Add user sponsor", "SYSTEM", "system", guest, null, NOW.plusSeconds(i)).toString());
        }
        UUID asObject = directory.happened("Add user sponsor", "SYSTEM", "system", UUID.randomUUID(), guest, NOW.minusSeconds(5));
        String ours = "targetResources/any(t: t/id eq '" + guest + "')";
        Collections.reverse(entries);

        assertThat(app.ids(ENTRIES + "?$top=2&$filter=" + encoded(ours + " and activityDateTime ge " + NOW))).containsExactlyElementsOf(entries);
        assertThat(app.ids(ENTRIES + "?$filter=" + encoded(ours))).hasSize(6).endsWith(asObject.toString());
        assertThat(app.ids(ENTRIES + "?$filter=" + encoded(ours + " and activityDisplayName eq 'update USER'"))).containsExactly(entries.get(0), entries.get(2), entries.get(4));
        assertThat(app.ids(ENTRIES + "?$orderby=activityDateTime&$filter=" + encoded(ours + " and startsWith(activityDisplayName,'Update')")))
                .containsExactly(entries.get(4), entries.get(2), entries.get(0));
        assertThat(app.read(ENTRIES + "?$top=1&$count=true&$filter=" + encoded(ours)).<Integer>read("$['@odata.count']")).isEqualTo(6);
        app.refused(ENTRIES + "?$filter=" + encoded("result eq 'success'"), 400);
        app.refused(ENTRIES + "?$search=ada", 501);
    }

    @ParameterizedTest
    @CsvSource({"Add user, UserManagement, Core Directory", "Invite external user, UserManagement, Invited Users", "Invitation Email, UserManagement, Invited Users",
        "Add group, GroupManagement, Core Directory", "Remove member from role, RoleManagement, Core Directory",
        "Add app role assignment grant to user, ApplicationManagement, Core Directory", "Update authorization policy, Policy, Core Directory"})
    void putsActivitiesUnderTheHeadingsThatScriptsKnow(String activity, String category, String service) {
        assertThat(AuditCategory.of(activity).title()).isEqualTo(category);
        assertThat(AuditCategory.service(activity)).isEqualTo(service);
    }
}
