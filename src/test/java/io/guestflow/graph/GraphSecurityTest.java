package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.guestflow.AccessTokens;
import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import io.guestflow.StaffSession;
import io.guestflow.guest.AllowInvitesFrom;
import io.guestflow.guest.AuthorizationPolicy;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@GuestflowTest
class GraphSecurityTest {

    private static final String THERE = "/v1.0/groups/test-only";

    @Autowired
    private AuthorizationPolicy policy;
    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;
    @Autowired
    private JWKSource<SecurityContext> keys;

    @Test
    void whoeverShowsNoTokenIsAskedForOneAndGetsNoSession() throws Exception {
        for (var request : List.of(get(THERE), post(THERE + "/action"), get("/v1.0/nowhere"), post("/v1.0/invitations"))) {
            var result = refusedAsUnknown(web.perform(request)).andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, "Bearer")).andReturn();
            assertThat(result.getResponse().getCookie(StaffSession.COOKIE)).isNull();
        }
    }

    @Test
    void aProgramIsKnownByItsTokenAndGetsNoSession() throws Exception {
        var result = web.perform(get(THERE).with(tokenOf(web, "directory-app"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("APPLICATION")).andExpect(jsonPath("$.name").value("directory-app"))
                .andExpect(jsonPath("$.mayManageGuests").value(true)).andReturn();

        assertThat(result.getResponse().getCookie(StaffSession.COOKIE)).isNull();
        web.perform(post(THERE + "/action").with(tokenOf(web, "directory-app"))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inviting-app", "reading-app"})
    void aProgramWithOtherScopesIsTurnedAway(String client) throws Exception {
        web.perform(get(THERE).with(tokenOf(web, client))).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error.code").value("Authorization_RequestDenied"))
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("insufficient_scope")));
    }

    @Test
    void aTokenThatWasChangedOrSignedByNobodyIsWorthNothing() throws Exception {
        String[] parts = AccessTokens.of(web, "directory-app").split("\\.");
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        String changed = parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA";

        for (String token : List.of(changed, unsigned, "nonsense", parts[0] + "." + parts[1])) {
            refusedAsUnknown(shown(token)).andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, startsWith("Bearer error=\"invalid_token\"")));
        }
    }

    @Test
    void aTokenThatHasExpiredOrIsOfAnotherIssuerIsWorthNothing() throws Exception {
        shown(signed(claims -> { })).andExpect(status().isOk());

        refusedAsUnknown(shown(signed(claims -> claims.issuedAt(Instant.now().minusSeconds(7200)).expiresAt(Instant.now().minusSeconds(3600)))));
        refusedAsUnknown(shown(signed(claims -> claims.notBefore(Instant.now().plusSeconds(3600)))));
        refusedAsUnknown(shown(signed(claims -> claims.issuer("https://elsewhere.example"))));
    }

    @Test
    void aTokenCannotMakeItsHolderStaffOrNameNobody() throws Exception {
        shown(signed(claims -> claims.claim("scope", List.of()).claim("roles", List.of("ROLE_GLOBAL_ADMINISTRATOR", "GLOBAL_ADMINISTRATOR"))))
                .andExpect(status().isForbidden());
        refusedAsUnknown(shown(signed(claims -> claims.subject("a".repeat(65)))));
        refusedAsUnknown(shown(signed(claims -> claims.subject("two\nlines"))));
    }

    @Test
    void passwordsAndGuestsSessionsOpenNothing() throws Exception {
        StaffAccount grace = memberOf("global-administrators");

        refusedAsUnknown(web.perform(get(THERE).with(httpBasic(grace.user(), StaffAccount.PASSWORD))));
        refusedAsUnknown(web.perform(get(THERE).cookie(new Cookie("guest", "a-token-of-a-guest"))));
        refusedAsUnknown(web.perform(get(THERE).param("access_token", AccessTokens.of(web, "directory-app"))));
    }

    @Test
    void aTokenOpensNoPages() throws Exception {
        web.perform(get("/guests").with(tokenOf(web, "directory-app"))).andExpect(status().isFound());
        web.perform(get("/engine-rest/engine").with(tokenOf(web, "directory-app"))).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource({"global-administrators, 200", "user-administrators, 200", "guest-inviters, 403", "process-analysts, 403", ", 403"})
    void staffWhoAreSignedInCallTheApiAsFarAsTheirGroupGoes(String group, int status) throws Exception {
        var session = memberOf(group).signIn(web);

        web.perform(get(THERE).with(session)).andExpect(status().is(status));
    }

    @Test
    void membersWithoutARoleForItInviteWhereThePolicyLetsThem() throws Exception {
        var session = memberOf("process-analysts").signIn(web);

        inviteAs(session).andExpect(status().isForbidden()).andExpect(jsonPath("$.error.innerError.code").value("not-allowed"));
        policy.allowInvitesFrom(AllowInvitesFrom.ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS);
        try {
            inviteAs(session).andExpect(status().isCreated());
        } finally {
            policy.allowInvitesFrom(AllowInvitesFrom.ADMINS_AND_GUEST_INVITERS);
        }
    }

    private ResultActions inviteAs(StaffSession session) throws Exception {
        return web.perform(post("/v1.0/invitations").with(session).with(csrf().asHeader()).contentType(MediaType.APPLICATION_JSON).content("""
                {"invitedUserEmailAddress": "%s@analysts.example", "inviteRedirectUrl": "http://localhost:8080/myapps"}"""
                .formatted(UUID.randomUUID())));
    }

    @Test
    void staffActAsThemselves() throws Exception {
        StaffAccount grace = memberOf("user-administrators");

        web.perform(get(THERE).with(grace.signIn(web))).andExpect(jsonPath("$.kind").value("STAFF")).andExpect(jsonPath("$.name").value(grace.user()));
    }

    @Test
    void aRequestThatAnotherPageForgedIsRefused() throws Exception {
        var session = memberOf("global-administrators").signIn(web);

        web.perform(post(THERE + "/action").with(session)).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error.innerError.code").value("forged-request"))
                .andExpect(header().doesNotExist(HttpHeaders.WWW_AUTHENTICATE));
        web.perform(post(THERE + "/action").with(session).with(csrf().asHeader())).andExpect(status().isOk());
        web.perform(post(THERE + "/action").with(session).with(tokenOf(web, "directory-app"))).andExpect(status().isOk());
    }

    @Test
    void aTokenCountsMoreThanASession() throws Exception {
        var session = memberOf("global-administrators").signIn(web);

        web.perform(get(THERE).with(session).with(tokenOf(web, "directory-app"))).andExpect(jsonPath("$.kind").value("APPLICATION"));
        refusedAsUnknown(web.perform(get(THERE).with(session).header(HttpHeaders.AUTHORIZATION, "Bearer nonsense")));
    }

    @Test
    void whoeverLeavesTheStaffIsOutAtOnce() throws Exception {
        StaffAccount grace = memberOf("global-administrators");
        var session = grace.signIn(web);
        web.perform(get(THERE).with(session)).andExpect(status().isOk());

        identity.deleteUser(grace.user());

        refusedAsUnknown(web.perform(get(THERE).with(session)));
    }

    private ResultActions refusedAsUnknown(ResultActions answer) throws Exception {
        return answer.andExpect(status().isUnauthorized()).andExpect(jsonPath("$.error.code").value("InvalidAuthenticationToken"))
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, allOf(startsWith("Bearer"), not(containsString("guestflow")))))
                .andExpect(header().exists("request-id"));
    }

    private ResultActions shown(String token) throws Exception {
        return web.perform(get(THERE).header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }

    /** A token with this installation's own key, whatever it says. */
    private String signed(Consumer<JwtClaimsSet.Builder> claims) {
        var builder = JwtClaimsSet.builder().issuer("http://localhost:8080").subject("crm").claim("scope", List.of("Directory.Read.All"))
                .issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(60));
        claims.accept(builder);
        return new NimbusJwtEncoder(keys).encode(JwtEncoderParameters.from(builder.build())).getTokenValue();
    }

    private StaffAccount memberOf(String group) {
        return StaffAccount.in(group, identity);
    }
}
