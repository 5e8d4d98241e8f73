package io.guestflow.graph;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.DelegatingJwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Who holds a token, and what it allows; issuers differ in the claims that say so. */
class TokenHolder implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final List<String> CLIENT = List.of("azp", "appid", "client_id", "sub");
    /** As long as an audit entry can name. */
    private static final Pattern USABLE = Pattern.compile("\\P{Cntrl}{1,64}");

    private final DelegatingJwtGrantedAuthoritiesConverter scopes = new DelegatingJwtGrantedAuthoritiesConverter(
            scopesIn("scope"), scopesIn("scp"), scopesIn("roles"));

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, scopes.convert(token), client(token));
    }

    private static String client(Jwt token) {
        return CLIENT.stream().map(token::getClaimAsString).filter(Objects::nonNull).findFirst().filter(USABLE.asMatchPredicate())
                .orElseThrow(() -> new InvalidBearerTokenException("The token names no client."));
    }

    private static Converter<Jwt, Collection<GrantedAuthority>> scopesIn(String claim) {
        var converter = new JwtGrantedAuthoritiesConverter();
        converter.setAuthoritiesClaimName(claim);
        return converter;
    }
}
