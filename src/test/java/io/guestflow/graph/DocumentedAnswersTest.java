package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the API answers is what its document says, down to nulls, words and lengths. */
@GuestflowTest
class DocumentedAnswersTest {

    private static final String ALL_OF_A_USER = "?$select=id,userPrincipalName,displayName,mail,otherMails,proxyAddresses,givenName,companyName,"
            + "usageLocation,ageGroup,userType,creationType,externalUserState,externalUserStateChangeDateTime,accountEnabled,createdDateTime,"
            + "deletedDateTime,identities";

    @Autowired
    private MockMvc web;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;
    private Api api;
    private OpenAPI document;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @BeforeEach
    void read() throws Exception {
        var options = new ParseOptions();
        options.setResolve(true);
        document = new OpenAPIV3Parser().readContents(web.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(), null, options)
                .getOpenAPI();
    }

    @Test
    void readsAsDocumented() {
        Map<String, String> ids = someOfEverything();

        document.getPaths().forEach((path, item) -> {
            if (item.getGet() != null) {
                holds(item.getGet(), "200", api.get(filled(path, ids)));
            }
        });
    }

    @Test
    void readsUsersAsDocumentedWhateverIsSelected() {
        someOfEverything();

        holds(operation("/v1.0/users"), "200", api.get("/users" + ALL_OF_A_USER + "&$count=true&$top=2"));
        holds(operation("/v1.0/directory/deletedItems/microsoft.graph.user"), "200", api.get("/directory/deletedItems/graph.user" + ALL_OF_A_USER));
    }

    @Test
    void answersToChangesAsDocumented() {
        Guest guest = api.pendingGuest();
        String app = api.app();
        var invited = api.post("/invitations", document.getComponents().getSchemas().get("NewInvitation").getExample().toString());
        api.delete("/users/" + guest.id());

        holds(post("/v1.0/invitations"), "201", invited);
        holds(post("/v1.0/invitations/{id}/resend"), "200", api.post("/invitations/" + invited.text("$.id") + "/resend", null));
        holds(post("/v1.0/groups"), "201", api.post("/groups", "{'displayName': '%s'}".formatted(UUID.randomUUID())));
        holds(post("/v1.0/servicePrincipals"), "201", api.post("/servicePrincipals",
                "{'displayName': '%s', 'homepage': 'https://app.example/'}".formatted(UUID.randomUUID())));
        holds(post("/v1.0/directory/deletedItems/{id}/restore"), "200", api.post("/directory/deletedItems/" + guest.id() + "/restore", null));
        holds(post("/v1.0/users/{user}/appRoleAssignments"), "201", api.post("/users/" + guest.id() + "/appRoleAssignments",
                "{'resourceId': '%s'}".formatted(app)));
    }

    @Test
    void refusesAsDocumented() {
        for (var refused : List.of(api.get("/users/nobody"), api.get("/users?$top=x"), api.post("/groups", "{}"), api.get("/nowhere"))) {
            Schema<?> error = document.getComponents().getSchemas().get("ODataError");
            assertThat(new DocumentedShape(document).faults("error", tree(refused), error)).isEmpty();
        }
    }

    private void holds(Operation operation, String status, Api.Answer answer) {
        assertThat(answer.status()).as(operation.getOperationId()).isEqualTo(Integer.parseInt(status));
        Content content = operation.getResponses().get(status).getContent();
        assertThat(answer.response().getContentType()).as(operation.getOperationId()).startsWith(content.keySet().iterator().next());
        Schema<?> schema = content.values().iterator().next().getSchema();
        if (schema.get$ref() != null) {
            assertThat(new DocumentedShape(document).faults(operation.getOperationId(), tree(answer), schema)).isEmpty();
        } else {
            assertThat(text(answer)).matches(schema.getPattern());
        }
    }

    /** By the names that stand in the paths; what is named by a mere id, by the resource before it. */
    private Map<String, String> someOfEverything() {
        Guest guest = api.activeGuest();
        Guest removed = api.pendingGuest();
        var ids = new HashMap<String, String>();
        ids.put("user", guest.id().toString());
        ids.put("group", api.group());
        ids.put("app", api.app());
        ids.put("role", role());
        ids.put("invitations/{id", guest.invitation().id().toString());
        ids.put("deletedItems/{id", removed.id().toString());
        ids.put("directoryAudits/{id", api.get("/auditLogs/directoryAudits?$top=1").text("$.value[0].id"));
        for (String list : List.of("/groups/" + ids.get("group") + "/members/$ref", "/directoryRoles/" + ids.get("role") + "/members/$ref")) {
            api.post(list, Api.reference(guest.id()));
        }
        api.post("/users/" + guest.id() + "/sponsors/$ref", Api.reference(ids.get("group")));
        api.post("/users/" + guest.id() + "/sponsors/$ref", Api.reference(api.activeGuest().id()));
        api.post("/users/" + guest.id() + "/appRoleAssignments", "{'resourceId': '%s'}".formatted(ids.get("app")));
        api.delete("/users/" + removed.id());
        return ids;
    }

    private String role() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory_role (id, display_name) values (?, ?)").params(id, "Role " + id).update();
        return id.toString();
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path.replaceFirst("^/v1.0", "");
        for (var id : ids.entrySet()) {
            String name = id.getKey();
            filled = name.contains("{") ? filled.replace(name + "}", name.replaceFirst("\\{.*", id.getValue()))
                    : filled.replace("{" + name + "}", id.getValue());
        }
        return filled;
    }

    private Operation operation(String path) {
        return document.getPaths().get(path).getGet();
    }

    private Operation post(String path) {
        return document.getPaths().get(path).getPost();
    }

    private JsonNode tree(Api.Answer answer) {
        try {
            return json.readTree(text(answer));
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException(text(answer), garbled);
        }
    }

    private static String text(Api.Answer answer) {
        return new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
