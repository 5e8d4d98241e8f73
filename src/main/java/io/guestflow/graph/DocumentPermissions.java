package io.guestflow.graph;

import io.guestflow.guest.Scope;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpMethod;

/** Says for each operation which scopes allow it. */
class DocumentPermissions implements Consumer<OpenAPI> {

    private static final String PROGRAM = "program";
    private static final String STAFF = "staff";
    private static final String UNFORGED = "unforged";

    private final String otherIssuer;

    /** @param otherIssuer of access tokens, empty if they are issued here */
    DocumentPermissions(String otherIssuer) {
        this.otherIssuer = otherIssuer;
    }

    @Override
    public void accept(OpenAPI document) {
        if (!otherIssuer.isEmpty()) {
            document.getComponents().addSecuritySchemes(PROGRAM, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                    .bearerFormat("JWT").description("A program shows an access token, which it gets from " + otherIssuer + "."));
        }
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(
                (method, operation) -> permit(operation, method, AccessRules.scopes(HttpMethod.valueOf(method.name()), path))));
    }

    /** Each requirement is enough: one scope of those that allow it, or a signed-in person whose role stands for one. */
    private void permit(Operation operation, PathItem.HttpMethod method, List<Scope> scopes) {
        if (otherIssuer.isEmpty()) {
            scopes.forEach(scope -> operation.addSecurityItem(new SecurityRequirement().addList(PROGRAM, scope.title())));
        } else {
            operation.addSecurityItem(new SecurityRequirement().addList(PROGRAM));
        }
        var session = new SecurityRequirement().addList(STAFF);
        operation.addSecurityItem(method == PathItem.HttpMethod.GET ? session : session.addList(UNFORGED));
        String allowed = "Allowed with any of the scopes " + String.join(", ", scopes.stream().map(Scope::title).toList()) + ".";
        operation.description(operation.getDescription() == null ? allowed : operation.getDescription() + "\n\n" + allowed);
    }
}
