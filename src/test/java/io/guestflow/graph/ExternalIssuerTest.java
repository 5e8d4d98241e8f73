package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Only the API's own part of the program, with the tokens of an issuer that this test is. */
@SpringBootTest(classes = {GraphSecurity.class, GraphWeb.class, ErrorAnswers.class, Doorkeeper.class, ExternalIssuerTest.Surroundings.class},
        properties = {"spring.security.oauth2.resourceserver.jwt.audiences=guests", "guestflow.api.throttle.invitations=2"})
@ImportAutoConfiguration({JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
    OAuth2ResourceServerAutoConfiguration.class})
@AutoConfigureMockMvc
class ExternalIssuerTest {

    private static final Issuer ISSUER = new Issuer();

    @Autowired
    private MockMvc web;

    @DynamicPropertySource
    static void trustTheIssuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::address);
    }

    @AfterAll
    static void closeTheIssuer() {
        ISSUER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "scp", "roles"})
    void takesWhatATokenAllowsFromAnyOfTheUsualClaims(String claim) throws Exception {
        shown(claims -> claims.claim(claim, List.of("User.Read.All", "email"))).andExpect(status().isOk());
        shown(claims -> claims.claim(claim, List.of("User.Invite.All"))).andExpect(status().isForbidden());
    }

    @Test
    void takesScopesInOneText() throws Exception {
        shown(claims -> claims.claim("scope", "openid User.Read.All")).andExpect(status().isOk())
                .andExpect(jsonPath("$.authorities[?(@ == 'SCOPE_User.Read.All')]").exists());
        shown(claims -> claims.claim("scp", "openid profile").claim("roles", List.of("User.Read.All"))).andExpect(status().isOk());
    }

    @Test
    void knowsTheClientByTheFirstClaimThatNamesIt() throws Exception {
        Consumer<JwtClaimsSet.Builder> allowed = claims -> claims.claim("roles", List.of("User.Read.All")).subject("a-person");

        shown(allowed).andExpect(jsonPath("$.name").value("a-person"));
        shown(allowed.andThen(claims -> claims.claim("client_id", "third"))).andExpect(jsonPath("$.name").value("third"));
        shown(allowed.andThen(claims -> claims.claim("client_id", "third").claim("appid", "second"))).andExpect(jsonPath("$.name").value("second"));
        shown(allowed.andThen(claims -> claims.claim("appid", "second").claim("azp", "first"))).andExpect(jsonPath("$.name").value("first"));
    }

    @Test
    void takesNoTokenThatWasMeantForOthersOrComesFromOthers() throws Exception {
        shown(claims -> claims.audience(List.of("somebody-else"))).andExpect(status().isUnauthorized());
        shown(claims -> claims.issuer("https://elsewhere.example")).andExpect(status().isUnauthorized());
        shown(claims -> claims.expiresAt(Issuer.LONG_AGO).issuedAt(Issuer.LONG_AGO.minusSeconds(1))).andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.error.code").value("InvalidAuthenticationToken"));
        try (var other = new Issuer()) {
            shownToken(other.token(claims -> claims.issuer(ISSUER.address()).audience(List.of("guests")))).andExpect(status().isUnauthorized());
        }
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNotTheCallersFault() throws Exception {
        shown(claims -> claims.claim("scope", "User.Read.All")).andExpect(status().isOk());
        try (var unreachable = ISSUER.outOfOrder()) {
            assertThat(unreachable).isNotNull();
            shownToken(ISSUER.tokenOfANewKey()).andExpect(status().isServiceUnavailable())
                    .andExpect(jsonPath("$.error.code").value("serviceNotAvailable")).andExpect(header().exists("request-id"));
        }
    }

    @Test
    void onlyRequestsOfThoseWhoMayAreCountedAgainstTheQuotaOfInvitations() throws Exception {
        String reading = "Bearer " + ISSUER.token(claims -> claims.audience(List.of("guests")).claim("roles", List.of("User.Read.All")));
        String other = "Bearer " + ISSUER.token(claims -> claims.audience(List.of("guests")).claim("roles", List.of("AuditLog.Read.All")));
        for (int i = 0; i < 5; i++) {
            web.perform(get("/v1.0/invitations")).andExpect(status().isUnauthorized());
            web.perform(get("/v1.0/invitations").header(HttpHeaders.AUTHORIZATION, other)).andExpect(status().isForbidden());
        }

        var request = get("/v1.0/invitations").header(HttpHeaders.AUTHORIZATION, reading);
        web.perform(request).andExpect(status().isNotFound());
        web.perform(request).andExpect(status().isNotFound());
        web.perform(request).andExpect(status().isTooManyRequests()).andExpect(jsonPath("$.error.code").value("TooManyRequests"))
                .andExpect(header().exists(HttpHeaders.RETRY_AFTER)).andExpect(header().exists("request-id"));
    }

    private ResultActions shown(Consumer<JwtClaimsSet.Builder> claims) throws Exception {
        return shownToken(ISSUER.token(((Consumer<JwtClaimsSet.Builder>) ready -> ready.audience(List.of("guests"))).andThen(claims)));
    }

    private ResultActions shownToken(String token) throws Exception {
        return web.perform(get("/v1.0/users/test-only").header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }

    @TestConfiguration
    @EnableConfigurationProperties(ThrottleSettings.class)
    static class Surroundings {

        @Bean
        InvitationQuota quota(ThrottleSettings settings) {
            return InvitationQuota.ofOneNode(settings.invitations(), TimeMeter.SYSTEM_MILLISECONDS);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        NoStaff staff() {
            return new NoStaff();
        }

        @Bean
        Mirror mirror() {
            return new Mirror();
        }
    }

    static class NoStaff extends AbstractHttpConfigurer<NoStaff, HttpSecurity> {
    }

    @RestController
    static class Mirror {

        @GetMapping("/v1.0/users/test-only")
        Map<String, Object> whoAmI(Authentication caller) {
            return Map.of("name", caller.getName(), "authorities", caller.getAuthorities().stream().map(Object::toString).toList());
        }
    }
}
