package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Members;
import io.guestflow.guest.StaffMember;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuestflowTest
class GroupRequestsTest {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Members members;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @Test
    void createsAGroupAsScriptsAskForOne() {
        Guest guest = api.pendingGuest();
        String name = "Suppliers " + UUID.randomUUID();

        var answer = api.post("/groups", """
                {'displayName': '%s', 'description': 'Who delivers', 'mailNickname': 'suppliers', 'mailEnabled': false, 'securityEnabled': true,
                 'groupTypes': [], 'members@odata.bind': ['https://graph.microsoft.com/v1.0/users/%s']}""".formatted(name, guest.id()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.<String>text("$.displayName")).isEqualTo(name);
        assertThat(answer.<String>text("$.createdDateTime")).endsWith("Z");
        assertThat(answer.<Boolean>text("$.securityEnabled")).isTrue();
        assertThat(membersOf(answer.text("$.id"))).isOne();
        assertThat(api.get("/groups/" + answer.text("$.id")).<String>text("$.displayName")).isEqualTo(name);
        assertThat(api.post("/groups", "{'displayName': '%s'}".formatted(name)).reason()).isEqualTo("name-taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                                        | displayName",
        "{'displayName': null}                                     | displayName",
        "{'displayName': ' '}                                      | displayName",
        "{'displayName': 'x', 'mailEnabled': 'no'}                 | mailEnabled",
        "{'displayName': 'x', 'groupTypes': 'Unified'}             | groupTypes",
        "{'displayName': 'x', 'owners@odata.bind': []}             | owners@odata.bind",
        "{'displayName': 'x', 'members@odata.bind': ['users/%']}   | @odata.id",
        "{'displayName': 'x', 'members@odata.bind': 'users/1'}     | members@odata.bind"})
    void refusesWhatIsWrongAndNamesIt(String body, String property) {
        var answer = api.post("/groups", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith(property + ": ");
    }

    @Test
    void changesOnlyWhatWasSent() {
        String group = api.group();
        api.patch("/groups/" + group, "{'description': 'Who delivers'}");

        assertThat(api.patch("/groups/" + group, "{'displayName': 'Renamed %s', 'mailEnabled': false}".formatted(group)).status()).isEqualTo(204);

        assertThat(api.count("directory_group where id = ? and display_name like 'Renamed %' and description = 'Who delivers'", UUID.fromString(group))).isOne();
        assertThat(api.patch("/groups/" + group, "{'displayName': null}").status()).isEqualTo(400);
        assertThat(api.patch("/groups/" + UUID.randomUUID(), "{'description': 'x'}").status()).isEqualTo(404);
        assertThat(api.patch("/groups/x", "{}").status()).isEqualTo(404);
    }

    @Test
    void addsUpTo20MembersAtOnceOrNone() {
        String group = api.group();
        String twenty = IntStream.range(0, 20).mapToObj(i -> user(api.pendingGuest())).collect(Collectors.joining(","));
        String one = user(api.pendingGuest());

        assertThat(bind(group, twenty + "," + one).reason()).isEqualTo("too-many-members");
        assertThat(bind(group, twenty).status()).isEqualTo(204);
        assertThat(bind(group, one + "," + twenty.split(",")[0]).reason()).isEqualTo("already-member");
        assertThat(bind(group, one + ",'users/nobody'").status()).isEqualTo(404);
        assertThat(membersOf(group)).isEqualTo(20);
    }

    @Test
    void takesAMemberInAndOutOnce() {
        Guest guest = api.activeGuest();
        String group = api.group();
        String members = "/groups/" + group + "/members";

        assertThat(api.post(members + "/$ref", Api.reference(guest.id())).status()).isEqualTo(204);
        assertThat(api.post(members + "/$ref", Api.reference(guest.id())).status()).isEqualTo(400);
        assertThat(api.delete(members + "/" + guest.id() + "/$ref").status()).isEqualTo(204);
        assertThat(api.delete(members + "/" + guest.id() + "/$ref").status()).isEqualTo(404);
        assertThat(api.audit(guest.id().value())).containsExactly("Add member to group " + group, "Remove member from group " + group);
    }

    @Test
    void letsMembersOfTheStaffInToo() {
        UUID member = members.mirror(new StaffMember("grace-" + UUID.randomUUID(), "Grace Hopper", null));

        assertThat(api.post("/groups/" + api.group() + "/members/$ref", Api.reference(member)).status()).isEqualTo(204);
    }

    @Test
    void letsNobodyInWhoIsRemovedUnknownOrAGroup() {
        Guest removed = api.pendingGuest();
        api.delete("/users/" + removed.id());
        String members = "/groups/" + api.group() + "/members/$ref";

        assertThat(api.post(members, Api.reference(removed.id())).status()).isEqualTo(404);
        assertThat(api.post(members, Api.reference(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(api.post(members, "{'@odata.id': 'groups/%s'}".formatted(api.group())).reason()).isEqualTo("not-a-user");
        assertThat(api.post("/groups/" + UUID.randomUUID() + "/members/$ref", Api.reference(api.pendingGuest().id())).status()).isEqualTo(404);
    }

    @Test
    void deletesNoUserWhereTheRefWasForgotten() {
        Guest guest = api.activeGuest();
        String group = api.group();
        api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id()));

        for (String path : new String[] {"/groups/" + group + "/members/" + guest.id(), "/directoryRoles/" + role() + "/members/" + guest.id(),
            "/users/" + guest.id() + "/sponsors/" + guest.id()}) {
            assertThat(api.delete(path).status()).isEqualTo(405);
            assertThat(api.delete(path).message()).contains("end the address in /$ref");
        }
        assertThat(api.read(guest.id()).removal()).isNull();
        assertThat(membersOf(group)).isOne();
    }

    @Test
    void takesMembershipsAndAppsAlongWithAGroup() {
        Guest guest = api.activeGuest();
        String group = api.group();
        api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id()));
        api.post("/servicePrincipals/" + api.app() + "/appRoleAssignedTo", "{'principalId': '%s'}".formatted(group));

        assertThat(api.delete("/groups/" + group).status()).isEqualTo(204);

        assertThat(membersOf(group)).isZero();
        assertThat(api.count("app_assignment where principal_id = ?", UUID.fromString(group))).isZero();
        assertThat(api.delete("/groups/" + group).status()).isEqualTo(404);
        assertThat(api.read(guest.id()).removal()).isNull();
    }

    @Test
    void restoresGuestsWhoseGroupIsGoneBeforeAndAfterTheirAcceptance() {
        for (Guest guest : new Guest[] {api.pendingGuest(), api.activeGuest()}) {
            String gone = api.group();
            String kept = api.group();
            api.post("/groups/" + gone + "/members/$ref", Api.reference(guest.id()));
            api.post("/groups/" + kept + "/members/$ref", Api.reference(guest.id()));
            api.delete("/users/" + guest.id());
            api.delete("/groups/" + gone);

            assertThat(api.post("/directory/deletedItems/" + guest.id() + "/restore", null).status()).isEqualTo(200);
            assertThat(membersOf(kept)).isOne();
            assertThat(api.audit(guest.id().value())).contains("Skip deleted group or role 1 skipped");
        }
    }

    @Test
    void takesAGuestIntoADirectoryRoleAndOutOfIt() {
        Guest guest = api.pendingGuest();
        String members = "/directoryRoles/" + role() + "/members";

        assertThat(api.post(members + "/$ref", Api.reference(guest.id())).status()).isEqualTo(204);
        assertThat(api.post(members + "/$ref", Api.reference(guest.id())).reason()).isEqualTo("already-member");
        assertThat(api.delete(members + "/" + guest.id() + "/$ref").status()).isEqualTo(204);
        assertThat(api.post("/directoryRoles/x/members/$ref", Api.reference(guest.id())).status()).isEqualTo(404);
    }

    private Api.Answer bind(String group, String users) {
        return api.patch("/groups/" + group, "{'members@odata.bind': [%s]}".formatted(users));
    }

    private static String user(Guest guest) {
        return "'https://graph.microsoft.com/v1.0/users/%s'".formatted(guest.id());
    }

    private int membersOf(String group) {
        return api.count("group_member where group_id = ?", UUID.fromString(group));
    }

    private String role() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory_role (id, display_name) values (?, ?)").params(id, "Role " + id).update();
        return id.toString();
    }
}
