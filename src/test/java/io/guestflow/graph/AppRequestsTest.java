package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Apps;
import io.guestflow.guest.Guest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@GuestflowTest
class AppRequestsTest {

    private static final String DEFAULT_ACCESS = "00000000-0000-0000-0000-000000000000";

    @Autowired
    private Apps apps;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @Test
    void entersAnAppForMyApps() {
        Guest guest = api.activeGuest();
        String name = "Brand portal " + UUID.randomUUID();
        var created = api.post("/servicePrincipals", "{'displayName': '%s', 'notes': 'Logos', 'homepage': 'https://brand.example/'}".formatted(name));
        String app = created.text("$.id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(api.post("/users/" + guest.id() + "/appRoleAssignments", assignment(guest.id(), app)).status()).isEqualTo(201);
        assertThat(apps.of(guest.id())).singleElement().satisfies(shown -> {
            assertThat(shown.name()).isEqualTo(name);
            assertThat(shown.description()).isEqualTo("Logos");
            assertThat(shown.url()).hasToString("https://brand.example/");
        });
        assertThat(api.patch("/servicePrincipals/" + app, "{'notes': null, 'homepage': 'https://new.example/'}").status()).isEqualTo(204);
        assertThat(apps.of(guest.id())).singleElement().extracting("name", "description").containsExactly(name, null);

        assertThat(api.delete("/servicePrincipals/" + app).status()).isEqualTo(204);
        assertThat(apps.of(guest.id())).isEmpty();
        assertThat(api.delete("/servicePrincipals/" + app).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "ftp://apps.example/", "//apps.example/", "/here", "https:///x",
        "https://user:secret@apps.example/", "https://apps example/", ""})
    void leadsGuestsToWebsitesOnly(String homepage) {
        var answer = api.post("/servicePrincipals", "{'displayName': 'x', 'homepage': '%s'}".formatted(homepage));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("homepage: ");
    }

    @Test
    void refusesWhatIsMissingUnknownOrTaken() {
        String app = api.app();
        api.patch("/servicePrincipals/" + app, "{'displayName': 'Taken %s'}".formatted(app));

        assertThat(api.post("/servicePrincipals", "{}").message()).contains("displayName: ", "homepage: ");
        assertThat(api.patch("/servicePrincipals/" + app, "{'description': 'one', 'notes': 'other'}").reason()).isEqualTo("unknown-property");
        assertThat(api.patch("/servicePrincipals/" + app, "{'appRoles': []}").reason()).isEqualTo("unknown-property");
        assertThat(api.patch("/servicePrincipals/" + api.app(), "{'displayName': 'Taken %s'}".formatted(app)).reason()).isEqualTo("name-taken");
        assertThat(api.patch("/servicePrincipals/x", "{}").status()).isEqualTo(404);
    }

    @Test
    void assignsAnAppOnceAndTakesItBack() {
        Guest guest = api.activeGuest();
        String app = api.app();
        String path = "/users/" + guest.id() + "/appRoleAssignments";

        var created = api.post(path, assignment(guest.id(), app));

        assertThat(created.<String>text("$.principalId")).isEqualTo(guest.id().toString());
        assertThat(created.<String>text("$.principalType")).isEqualTo("User");
        assertThat(created.<String>text("$.principalDisplayName")).isEqualTo("Ada Lovelace");
        assertThat(created.<String>text("$.resourceId")).isEqualTo(app);
        assertThat(created.<String>text("$.resourceDisplayName")).startsWith("App ");
        assertThat(created.<String>text("$.appRoleId")).isEqualTo(DEFAULT_ACCESS);
        assertThat(created.<String>text("$.createdDateTime")).endsWith("Z");
        assertThat(api.post(path, assignment(guest.id(), app)).reason()).isEqualTo("already-assigned");
        assertThat(api.get(path).<String>text("$.value[0].id")).isEqualTo(created.text("$.id"));

        String id = created.text("$.id");
        assertThat(id).matches("[A-Za-z0-9_-]+");
        assertThat(api.delete("/users/" + api.pendingGuest().id() + "/appRoleAssignments/" + id).status()).isEqualTo(404);
        assertThat(api.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(api.delete(path + "/" + id).status()).isEqualTo(404);
        assertThat(api.delete(path + "/garbled*id").status()).isEqualTo(404);
        assertThat(api.post(path, assignment(guest.id(), app)).<String>text("$.id")).isEqualTo(id);
        assertThat(api.audit(guest.id().value())).containsExactly("Add app role assignment grant to user " + app,
                "Remove app role assignment from user " + app, "Add app role assignment grant to user " + app);
    }

    @Test
    void assignsAnAppToEverybodyOfAGroup() {
        Guest guest = api.activeGuest();
        String group = api.group();
        String app = api.app();
        api.post("/groups/" + group + "/members/$ref", Api.reference(guest.id()));
        String path = "/servicePrincipals/" + app + "/appRoleAssignedTo";

        var created = api.post(path, assignment(group, app));

        assertThat(created.<String>text("$.principalType")).isEqualTo("Group");
        assertThat(apps.of(guest.id())).singleElement().extracting("id").hasToString(app);
        assertThat(api.delete("/servicePrincipals/" + api.app() + "/appRoleAssignedTo/" + created.text("$.id")).status()).isEqualTo(404);
        assertThat(api.delete(path + "/" + created.text("$.id")).status()).isEqualTo(204);
        assertThat(apps.of(guest.id())).isEmpty();
    }

    @Test
    void showsAnAppToAPendingGuestOnlyAfterTheAcceptance() {
        Guest guest = api.pendingGuest();

        assertThat(api.post("/users/" + guest.id() + "/appRoleAssignments", "{'resourceId': '%s'}".formatted(api.app())).status()).isEqualTo(201);

        assertThat(apps.of(guest.id())).isEmpty();
        assertThat(api.count("app_assignment where principal_id = ?", guest.id().value())).isOne();
    }

    @Test
    void refusesAssignmentsThatCannotBe() {
        Guest guest = api.pendingGuest();
        String app = api.app();
        String path = "/users/" + guest.id() + "/appRoleAssignments";

        assertThat(api.post(path, assignment(api.pendingGuest().id(), app)).reason()).isEqualTo("other-principal");
        assertThat(api.post(path, "{'resourceId': '%s', 'appRoleId': '%s'}".formatted(app, app)).reason()).isEqualTo("unknown-role");
        assertThat(api.post(path, "{}").message()).startsWith("resourceId: ");
        assertThat(api.post(path, "{'resourceId': 7}").message()).startsWith("resourceId: ");
        assertThat(api.post(path, "{'resourceId': '%s'}".formatted(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(api.post("/servicePrincipals/" + app + "/appRoleAssignedTo", "{}").message()).startsWith("principalId: ");
        assertThat(api.post("/servicePrincipals/" + app + "/appRoleAssignedTo", assignment(guest.id(), api.app())).reason()).isEqualTo("other-app");
        api.delete("/users/" + guest.id());
        assertThat(api.post("/servicePrincipals/" + app + "/appRoleAssignedTo", assignment(guest.id(), app)).status()).isEqualTo(404);
    }

    private static String assignment(Object principal, String app) {
        return "{'principalId': '%s', 'resourceId': '%s', 'appRoleId': '%s'}".formatted(principal, app, DEFAULT_ACCESS);
    }
}
