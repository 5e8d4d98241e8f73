package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.OneMoment;
import io.guestflow.guest.Answers;
import io.guestflow.guest.ConcurrentChange;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What several programs ask for in one moment happens once, and nobody undoes what another did. */
@GuestflowTest
class SameMomentTest {

    private static final int PROGRAMS = 20;
    private static final int ROUNDS = 10;
    private static final Answers ANSWERS = new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now());

    @Autowired
    private Reviews reviews;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @Test
    void twentyEqualReferencesMakeOneMemberAndNineteenRefusals() throws Exception {
        Guest guest = api.activeGuest();
        String group = api.group();

        assertOneOf(PROGRAMS, OneMoment.ofAll(PROGRAMS, i -> api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id())).status()), 204, 400);
        assertThat(api.count("group_member where group_id = ?", UUID.fromString(group))).isOne();
    }

    @Test
    void twentyEqualReferencesMakeOneSponsor() throws Exception {
        Guest guest = api.pendingGuest();
        UUID sponsor = api.pendingGuest().id().value();

        assertOneOf(PROGRAMS, OneMoment.ofAll(PROGRAMS, i -> api.post("/users/" + guest.id() + "/sponsors/$ref", Api.reference(sponsor)).status()), 204, 400);
    }

    @Test
    void twentyEqualAssignmentsMakeOne() throws Exception {
        Guest guest = api.activeGuest();
        String body = "{'resourceId': '%s'}".formatted(api.app());

        assertOneOf(PROGRAMS, OneMoment.ofAll(PROGRAMS, i -> api.post("/users/" + guest.id() + "/appRoleAssignments", body).status()), 201, 400);
    }

    @Test
    void manyRemovalsRemoveOnceAndManyRestorationsRestoreOnce() throws Exception {
        Guest guest = api.activeGuest();

        assertOneOf(8, OneMoment.ofAll(8, i -> api.delete("/users/" + guest.id()).status()), 204, 404);
        assertOneOf(8, OneMoment.ofAll(8, i -> api.post("/directory/deletedItems/" + guest.id() + "/restore", null).status()), 200, 404);
    }

    @Test
    void ofTwoChangesOfDifferentPropertiesBothCount() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.pendingGuest();
            String[] changes = {"{'companyName': 'Analytical Engines', 'displayName': 'Countess'}", "{'jobTitle': 'Programmer', 'usageLocation': 'GB'}"};

            assertThat(OneMoment.ofAll(2, i -> api.patch("/users/" + guest.id(), changes[i]).status())).containsOnly(204);

            assertThat(api.user(guest.id().value())).extracting("profile.companyName", "displayName", "profile.jobTitle", "profile.usageLocation")
                    .containsExactly("Analytical Engines", "Countess", "Programmer", "GB");
        }
    }

    @Test
    void aChangeAndAnAcceptanceBothCount() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.pendingGuest();

            List<Integer> statuses = OneMoment.ofAll(2, i -> i == 0 ? api.patch("/users/" + guest.id(), "{'displayName': 'Countess'}").status() : accepts(guest));

            assertThat(statuses).containsOnly(204);
            assertThat(api.read(guest.id())).extracting("state", "name").containsExactly(GuestState.ACTIVE, "Countess");
        }
    }

    @Test
    void aBlockIsNotUndoneByAnAcceptanceInTheSameMoment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.pendingGuest();

            OneMoment.ofAll(2, i -> i == 0 ? api.patch("/users/" + guest.id(), "{'accountEnabled': false}").status() : accepts(guest));

            assertThat(api.read(guest.id()).blocked()).isTrue();
        }
    }

    @Test
    void aRemovalIsNotUndoneByAnAcceptanceInTheSameMoment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.pendingGuest();

            List<Integer> statuses = OneMoment.ofAll(2, i -> i == 0 ? api.delete("/users/" + guest.id()).status() : accepts(guest));

            assertThat(statuses.get(0)).isEqualTo(204);
            assertThat(statuses.get(1)).isIn(204, 409);
            assertThat(api.read(guest.id())).satisfies(removed -> {
                assertThat(removed.state()).isEqualTo(GuestState.REMOVED);
                assertThat(removed.removal().stateBefore()).isEqualTo(statuses.get(1) == 204 ? GuestState.ACTIVE : GuestState.PENDING);
            });
        }
    }

    @Test
    void aMembershipAndARemovalLeaveNothingBehind() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.activeGuest();
            String group = api.group();
            String[] paths = {"/groups/" + group + "/members/$ref", "/users/" + guest.id()};

            List<Integer> statuses = OneMoment.ofAll(2, i -> i == 0 ? api.post(paths[0], Api.reference(guest.id())).status() : api.delete(paths[1]).status());

            assertThat(statuses.get(0)).isIn(204, 404);
            assertThat(statuses.get(1)).isEqualTo(204);
            assertThat(api.count("group_member where user_id = ?", guest.id().value())).isZero();
        }
    }

    @Test
    void aGroupThatIsDeletedTakesNobodyIn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Guest guest = api.activeGuest();
            String group = api.group();

            List<Integer> statuses = OneMoment.ofAll(2, i -> i == 0 ? api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id())).status()
                    : api.delete("/groups/" + group).status());

            assertThat(statuses.get(0)).isIn(204, 404);
            assertThat(statuses.get(1)).isEqualTo(204);
            assertThat(api.count("group_member where user_id = ?", guest.id().value())).isZero();
        }
    }

    @Test
    void oneAddressGoesToOneOfTwoGuests() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Guest> guests = List.of(api.pendingGuest(), api.pendingGuest());
            String body = "{'mail': '%s@office.example'}".formatted(UUID.randomUUID());

            assertThat(OneMoment.ofAll(2, i -> api.patch("/users/" + guests.get(i).id(), body).status())).containsExactlyInAnyOrder(204, 409);
        }
    }

    private int accepts(Guest guest) {
        try {
            reviews.accept(api.read(guest.id()), ANSWERS);
            return 204;
        } catch (NotAllowed | ConcurrentChange lost) {
            return 409;
        }
    }

    private static void assertOneOf(int all, List<Integer> statuses, int winner, int others) {
        assertThat(statuses).hasSize(all).containsOnly(winner, others).containsOnlyOnce(winner);
    }
}
