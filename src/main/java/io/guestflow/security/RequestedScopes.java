package io.guestflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a request for a token. No scope at all means every scope of the client, and so does the one that clients made for Microsoft's
 * service ask for: {@code .default}, often behind the address of the resource.
 */
class RequestedScopes implements AuthenticationConverter {

    private static final String EVERY_SCOPE = ".default";

    private final AuthenticationConverter standard = new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public Authentication convert(HttpServletRequest request) {
        Authentication asked = standard.convert(request);
        if (asked instanceof OAuth2ClientCredentialsAuthenticationToken grant && wantsAll(grant.getScopes())
                && grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client && client.getRegisteredClient() != null) {
            return new OAuth2ClientCredentialsAuthenticationToken(client, client.getRegisteredClient().getScopes(), grant.getAdditionalParameters());
        }
        return asked;
    }

    private static boolean wantsAll(Set<String> scopes) {
        return scopes.isEmpty() || scopes.stream().anyMatch(scope -> scope.equals(EVERY_SCOPE) || scope.endsWith("/" + EVERY_SCOPE));
    }
}
