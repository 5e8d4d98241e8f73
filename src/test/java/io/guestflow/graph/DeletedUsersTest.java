package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Members;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.StaffMember;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Guests whom programs remove, restore and forget. */
@GuestflowTest
class DeletedUsersTest {

    @Autowired
    private Members members;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @Test
    void removesTheGuestAtOnceAndOnlyOnce() {
        Guest guest = api.pendingGuest();

        assertThat(api.delete("/users/" + guest.id()).status()).isEqualTo(204);

        assertThat(api.get("/users/" + guest.id()).status()).isEqualTo(404);
        assertThat(api.get("/directory/deletedItems/" + guest.id()).status()).isEqualTo(200);
        assertThat(api.read(guest.id()).removal().reason()).isEqualTo(RemovalReason.REQUESTED);
        assertThat(api.delete("/users/" + guest.id()).status()).isEqualTo(404);
        assertThat(api.patch("/users/" + guest.id(), "{'jobTitle': 'Ghost'}").status()).isEqualTo(404);
        assertThat(api.audit(guest.id().value())).containsExactly("Delete user REQUESTED");
    }

    @Test
    void removesNoMember() {
        UUID member = members.mirror(new StaffMember("alan-" + UUID.randomUUID(), "Alan Turing", null));

        var answer = api.delete("/users/" + member);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("delete them in Camunda Admin");
    }

    @Test
    void restoresAnActiveGuestWithTheGroups() {
        Guest guest = api.activeGuest();
        String group = api.group();
        api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id()));
        api.patch("/users/" + guest.id(), "{'jobTitle': 'Programmer', 'businessPhones': ['+44 2']}");
        api.delete("/users/" + guest.id());

        var answer = api.post("/directory/deletedItems/" + guest.id() + "/restore", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>text("$['@odata.type']")).isEqualTo("#microsoft.graph.user");
        assertThat(answer.<String>text("$.id")).isEqualTo(guest.id().toString());
        assertThat(answer.<String>text("$.jobTitle")).isEqualTo("Programmer");
        assertThat(answer.<String>text("$.businessPhones[0]")).isEqualTo("+44 2");
        assertThat(api.read(guest.id()).state()).isEqualTo(GuestState.ACTIVE);
        assertThat(api.count("group_member where user_id = ?", guest.id().value())).isOne();
        assertThat(api.post("/directory/deletedItems/" + guest.id() + "/restore", "{}").status()).isEqualTo(404);
    }

    @Test
    void invitesAPendingGuestAnewAndKeepsTheId() {
        Guest guest = api.pendingGuest();
        api.delete("/users/" + guest.id());

        var answer = api.post("/directory/deletedItems/" + guest.id() + "/restore", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>text("$.id")).isEqualTo(guest.id().toString());
        assertThat(answer.<String>text("$.mail")).isEqualTo(guest.address().value());
        assertThat(api.get("/users/" + guest.id() + "?$select=externalUserState").<String>text("$.externalUserState")).isEqualTo("PendingAcceptance");
        assertThat(api.read(guest.id())).satisfies(again -> {
            assertThat(again.state()).isEqualTo(GuestState.PENDING);
            assertThat(again.name()).isEqualTo("Ada Lovelace");
            assertThat(again.invitation().id()).isNotEqualTo(guest.invitation().id());
        });
    }

    @Test
    void forgetsEverythingPersonalForGood() {
        Guest guest = api.activeGuest();
        Guest friend = api.pendingGuest();
        UUID id = guest.id().value();
        api.patch("/users/" + id, "{'mail': '%s@office.example', 'otherMails': ['x@y.example']}".formatted(UUID.randomUUID()));
        api.post("/users/" + id + "/sponsors/$ref", Api.reference(friend.id()));
        api.post("/users/" + friend.id() + "/sponsors/$ref", Api.reference(id));
        api.post("/users/" + id + "/appRoleAssignments", "{'resourceId': '%s'}".formatted(api.app()));
        api.delete("/users/" + id);

        assertThat(api.delete("/directory/deletedItems/" + id).status()).isEqualTo(204);

        assertThat(api.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
        assertThat(api.delete("/directory/deletedItems/" + id).status()).isEqualTo(404);
        assertThat(api.post("/directory/deletedItems/" + id + "/restore", null).status()).isEqualTo(404);
        for (String rows : new String[] {"directory_user where id = ?", "other_mail where user_id = ?", "sponsor where user_id = ?",
            "sponsor where sponsor_id = ?", "app_assignment where principal_id = ?", "remembered_membership where user_id = ?",
            "invitation where guest_id = ?"}) {
            assertThat(api.count(rows, id)).as(rows).isZero();
        }
    }

    @Test
    void restoresAndForgetsNobodyWhoIsNotRemoved() {
        Guest guest = api.pendingGuest();

        assertThat(api.post("/directory/deletedItems/" + guest.id() + "/restore", "{}").status()).isEqualTo(404);
        assertThat(api.delete("/directory/deletedItems/" + guest.id()).status()).isEqualTo(404);
        assertThat(api.post("/directory/deletedItems/x/restore", "{'newUserPrincipalName': 'x'}").status()).isEqualTo(400);
    }
}
