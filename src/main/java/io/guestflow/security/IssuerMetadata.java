package io.guestflow.security;

import io.guestflow.guest.Scope;
import io.guestflow.guest.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs can learn about the token endpoint by themselves (RFC 8414); the library's own page names doors that are shut here. */
@RestController
@Conditional(NoExternalIssuer.class)
class IssuerMetadata {

    static final String PATH = "/.well-known/oauth-authorization-server";

    private final Settings settings;

    IssuerMetadata(Settings settings) {
        this.settings = settings;
    }

    @GetMapping(PATH)
    Map<String, Object> metadata() {
        return Map.of(
                "issuer", TokenServer.issuerOf(settings),
                "token_endpoint", settings.link(TokenServer.TOKENS),
                "jwks_uri", settings.link(TokenServer.KEYS),
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "scopes_supported", Arrays.stream(Scope.values()).map(Scope::title).toList());
    }
}
