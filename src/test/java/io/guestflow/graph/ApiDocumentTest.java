package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Scope;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@GuestflowTest
class ApiDocumentTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired
    private UserType users;

    private SwaggerParseResult parsed;
    private OpenAPI document;

    @BeforeEach
    void read() throws Exception {
        String text = web.perform(get("http://attacker.example/v3/api-docs")).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        var options = new ParseOptions();
        options.setResolve(true);
        parsed = new OpenAPIV3Parser().readContents(text, null, options);
        document = parsed.getOpenAPI();
    }

    @Test
    void isWellFormed() {
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(document.getOpenapi()).startsWith("3.0");
    }

    @Test
    void showsEveryEndpointByOneOfItsAddressesAndNoOther() {
        Map<String, Set<String>> addresses = mapped();
        Set<String> shown = operations();

        assertThat(addresses).isNotEmpty().allSatisfy((handler, all) -> assertThat(all).as(handler).containsAnyElementsOf(shown));
        assertThat(addresses.values().stream().flatMap(Set::stream)).containsAll(shown);
    }

    @Test
    void saysWhichScopesAllowAnOperation() {
        each((name, operation) -> {
            List<String> scopes = operation.getSecurity().stream().map(requirement -> requirement.get("program"))
                    .filter(List.class::isInstance).map(one -> one.get(0)).toList();

            assertThat(scopes).as(name).isNotEmpty().containsExactlyElementsOf(allowed(name));
            assertThat(operation.getDescription()).contains(scopes);
        });
    }

    @Test
    void saysThatStaffNeedTheTokenAgainstForgedRequestsToChangeSomething() {
        each((name, operation) -> {
            SecurityRequirement session = operation.getSecurity().stream().filter(requirement -> requirement.containsKey("staff"))
                    .findFirst().orElseThrow();

            assertThat(session.containsKey("unforged")).as(name).isEqualTo(!name.startsWith("GET"));
        });
    }

    @Test
    void knowsEveryScopeOfAToken() {
        assertThat(document.getComponents().getSecuritySchemes().get("program").getFlows().getClientCredentials().getScopes().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scope.values()).map(Scope::title).toList());
    }

    @Test
    void namesTheHostOfTheConfigurationAndNeverTheRequests() throws Exception {
        String issuer = web.perform(get("/.well-known/oauth-authorization-server")).andReturn().getResponse().getContentAsString();

        assertThat(document.getServers()).singleElement().satisfies(server -> assertThat(server.getUrl()).isEqualTo("http://localhost:8080"));
        assertThat(issuer).contains(document.getComponents().getSecuritySchemes().get("program").getFlows().getClientCredentials().getTokenUrl());
    }

    @Test
    void sendsProgramsToAnotherIssuerWhereThatOneGivesTheTokens() {
        document.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> operation.security(null)));

        new DocumentPermissions("https://login.example").accept(document);

        assertThat(document.getComponents().getSecuritySchemes().get("program").getScheme()).isEqualTo("bearer");
        assertThat(document.getComponents().getSecuritySchemes().get("program").getDescription()).contains("https://login.example");
        each((name, operation) -> assertThat(operation.getSecurity()).as(name).contains(new SecurityRequirement().addList("program")).hasSize(2));
        assertThat(new OpenAPIV3Parser().readContents(Json.pretty(document)).getMessages()).isEmpty();
    }

    @Test
    void namesEveryOperationForGeneratedCode() {
        List<String> ids = new ArrayList<>();
        each((name, operation) -> {
            assertThat(operation.getOperationId()).as(name).matches("[a-z][A-Za-z]+\\.[A-Z][A-Za-z]+");
            assertThat(operation.getSummary()).as(name).isNotBlank();
            ids.add(operation.getOperationId());
        });

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfRefusalsAndOfTheIdsOfEveryAnswer() {
        each((name, operation) -> {
            assertThat(operation.getResponses()).as(name).containsKeys("400", "401", "403", "default");
            assertThat(operation.getResponses().entrySet()).as(name).filteredOn(answer -> answer.getKey().startsWith("2")).singleElement()
                    .satisfies(answer -> assertThat(answer.getValue().getHeaders()).containsKeys("request-id", "client-request-id"));
        });
        assertThat(document.getComponents().getResponses().get("tooMany").getHeaders()).containsKey("Retry-After");
    }

    @Test
    void showsThePropertiesThatTheAnswersHave() {
        Map<String, ResourceType<?>> types = Map.of("User", users.type(), "Group", CatalogueTypes.GROUP, "DirectoryRole", CatalogueTypes.ROLE,
                "ServicePrincipal", CatalogueTypes.APP, "Membership", CatalogueTypes.MEMBERSHIP, "AppRoleAssignment", CatalogueTypes.ASSIGNMENT,
                "DirectoryAudit", AuditType.TYPE);

        assertThat(types).allSatisfy((name, type) -> assertThat(properties(name)).as(name)
                .filteredOn(property -> !property.startsWith("@odata."))
                .containsExactlyInAnyOrderElementsOf(type.properties().stream().map(Property::name).toList()));
    }

    @Test
    void leavesNothingVague() {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            assertThat(schema.getProperties()).as(name).isNotEmpty();
            properties(schema).forEach((property, type) -> assertThat(type.getType() != null || type.get$ref() != null || type.getAllOf() != null)
                    .as(name + "." + property).isTrue());
        });
    }

    private Set<String> properties(String schema) {
        return properties(document.getComponents().getSchemas().get(schema)).keySet();
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        var properties = new TreeMap<String, Schema<?>>();
        schema.getProperties().forEach(properties::put);
        return properties;
    }

    private Set<String> operations() {
        var names = new TreeSet<String>();
        each((name, operation) -> names.add(name));
        return names;
    }

    private void each(BiConsumer<String, Operation> check) {
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(
                (method, operation) -> check.accept(method + " " + path, operation)));
    }

    /** The addresses of every method of the API's controllers. */
    private Map<String, Set<String>> mapped() {
        var addresses = new TreeMap<String, Set<String>>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (isPublic(handler)) {
                addresses.put(handler.toString(), addresses(mapping));
            }
        });
        return addresses;
    }

    private static boolean isPublic(HandlerMethod handler) {
        Class<?> controller = handler.getBeanType();
        return controller.getPackage() == ApiDocument.class.getPackage() && controller != TestOnlyController.class
                && !handler.hasMethodAnnotation(Hidden.class);
    }

    private static Set<String> addresses(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)).collect(Collectors.toSet());
    }

    private static List<String> allowed(String operation) {
        String[] methodAndPath = operation.split(" ");
        var request = new MockHttpServletRequest(methodAndPath[0], methodAndPath[1].replaceAll("\\{[^}]+}", "7"));
        ServletRequestPathUtils.parseAndCache(request);
        return AccessRules.ALL.stream().filter(rule -> rule.request().matches(request)).findFirst().stream()
                .flatMap(rule -> Stream.of(rule.scopes())).map(Scope::title).toList();
    }
}
