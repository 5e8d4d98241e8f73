package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Sponsors;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@GuestflowTest
class SponsorChangesTest {

    @Autowired
    private Sponsors sponsors;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.microsoft.com/v1.0/users/%s", "http://localhost:8080/v1.0/directoryObjects/%s", "users/%s", "/v1.0/users/%s",
        "https://graph.microsoft.com/v1.0/users('%s')", "directoryObjects('%s')"})
    void takesAReferenceHoweverScriptsWriteIt(String address) {
        Guest guest = api.pendingGuest();
        UUID sponsor = api.pendingGuest().id().value();

        assertThat(add(guest, address.formatted(sponsor)).status()).isEqualTo(204);

        assertThat(sponsors.of(guest.id().value())).containsExactly(sponsor);
        assertThat(api.audit(guest.id().value())).containsExactly("Add user sponsor " + sponsor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/%s", "users('%s')", "https://graph.microsoft.com/v1.0/users/%s"})
    void knowsASponsorByThePrincipalName(String address) {
        Guest guest = api.pendingGuest();
        UUID sponsor = api.pendingGuest().id().value();
        String name = api.user(sponsor).principalName();

        assertThat(add(guest, address.formatted(name)).status()).isEqualTo(204);
        assertThat(add(guest, address.formatted(name.replace("#", "%23").replace("@", "%40"))).reason()).isEqualTo("already-sponsor");
    }

    @Test
    void letsAGroupAnswerForTheGuest() {
        Guest guest = api.pendingGuest();
        String group = api.group();

        assertThat(add(guest, "groups/" + group).status()).isEqualTo(204);
        assertThat(add(guest, "directoryObjects/" + group).status()).isEqualTo(400);
        assertThat(sponsors.names(guest.id().value())).singleElement().asString().startsWith("Group ");

        api.delete("/groups/" + group);
        assertThat(sponsors.of(guest.id().value())).isEmpty();
        assertThat(api.count("sponsor where sponsor_id = ?", UUID.fromString(group))).isZero();
    }

    @Test
    void takesAtMostFive() {
        Guest guest = api.pendingGuest();
        for (int i = 0; i < 5; i++) {
            assertThat(add(guest, "users/" + api.pendingGuest().id()).status()).isEqualTo(204);
        }

        assertThat(add(guest, "users/" + api.pendingGuest().id()).reason()).isEqualTo("too-many-sponsors");
    }

    @Test
    void takesOneAwayOnce() {
        Guest guest = api.pendingGuest();
        UUID sponsor = api.pendingGuest().id().value();
        add(guest, "users/" + sponsor);
        String path = "/users/" + guest.id() + "/sponsors/" + sponsor + "/$ref";

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(api.audit(guest.id().value())).containsExactly("Add user sponsor " + sponsor, "Remove user sponsor " + sponsor);
    }

    @Test
    void knowsNoStrangerAndNobodyWhoIsRemoved() {
        Guest guest = api.pendingGuest();
        Guest removed = api.pendingGuest();
        api.delete("/users/" + removed.id());

        for (String nobody : new String[] {"users/" + removed.id(), "users/" + UUID.randomUUID(), "groups/" + removed.id(), "groups/x"}) {
            assertThat(add(guest, nobody).status()).as(nobody).isEqualTo(404);
        }
        assertThat(api.post("/users/" + removed.id() + "/sponsors/$ref", Api.reference(guest.id())).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'@odata.id': null}", "{'@odata.id': 7}", "{'@odata.id': 'https://graph.microsoft.com/v1.0/me'}",
        "{'@odata.id': 'users/%zz'}", "{'@odata.id': ''}", "{'@odata.id': 'users/1', 'id': '1'}"})
    void saysWhatAReferenceIs(String body) {
        var answer = api.post("/users/" + api.pendingGuest().id() + "/sponsors/$ref", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("invalid-reference");
    }

    private Api.Answer add(Guest guest, String sponsor) {
        return api.post("/users/" + guest.id() + "/sponsors/$ref", "{\"@odata.id\": \"%s\"}".formatted(sponsor));
    }
}
