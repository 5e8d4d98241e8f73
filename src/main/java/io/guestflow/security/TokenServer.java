package io.guestflow.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.guestflow.guest.Settings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Gives access tokens to the configured programs by their client credentials (RFC 6749 section 4.4), and nothing to anybody else. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalIssuer.class)
class TokenServer {

    static final String TOKENS = "/oauth2/token";
    static final String KEYS = "/oauth2/jwks";

    /** The library has more pages than these two; requests to them do not come here. */
    @Bean
    @Order(4)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        return http.securityMatcher(TOKENS, KEYS)
                .with(OAuth2AuthorizationServerConfigurer.authorizationServer(), server -> server.tokenEndpoint(
                        tokens -> tokens.accessTokenRequestConverters(grants -> {
                            grants.clear();
                            grants.add(new RequestedScopes());
                        })))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new GuessLimit(), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    AuthorizationServerSettings issuer(Settings settings) {
        return AuthorizationServerSettings.builder().issuer(issuerOf(settings)).tokenEndpoint(TOKENS).jwkSetEndpoint(KEYS).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SigningKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key.current()));
    }

    /** A token names as its audience (RFC 9068 section 2.2) where it can be used. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> audience(Settings settings) {
        return token -> token.getClaims().audience(List.of(issuerOf(settings)));
    }

    /** With the one key there is: the library's own reader makes a key of its numbers anew for every request. */
    @Bean
    JwtDecoder tokenReader(SigningKey key, Settings settings) throws JOSEException {
        NimbusJwtDecoder reader = NimbusJwtDecoder.withPublicKey(key.current().toRSAPublicKey()).build();
        var validator = JwtValidators.createDefaultWithIssuer(issuerOf(settings));
        reader.setJwtValidator(validator);
        return new KnownTokens(reader, validator);
    }

    static String issuerOf(Settings settings) {
        return settings.link("").toString();
    }
}
