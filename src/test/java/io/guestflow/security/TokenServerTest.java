package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guestflow.AccessTokens;
import io.guestflow.GuestflowTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
class TokenServerTest {

    private static final String ISSUER = "http://localhost:8080";

    @Autowired
    private MockMvc web;
    @Autowired
    private JwtDecoder reader;

    @Test
    void aProgramGetsATokenForAnHourInExchangeForItsSecret() throws Exception {
        String answer = web.perform(asked().param("client_id", "inviting-app").param("client_secret", AccessTokens.secretOf("inviting-app")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.token_type").value("Bearer"))
                .andExpect(jsonPath("$", not(hasKey("refresh_token"))))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")))
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT")).andReturn().getResponse().getContentAsString();

        JWTClaimsSet claims = SignedJWT.parse(JsonPath.<String>read(answer, "$.access_token")).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getAudience()).containsExactly(ISSUER);
        assertThat(claims.getSubject()).isEqualTo("inviting-app");
        assertThat(claims.getStringListClaim("scope")).containsExactly("User.Invite.All");
        assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".default", "https://graph.microsoft.com/.default", "http://localhost:8080/.default"})
    void whoeverNamesNoScopeOrTheDefaultGetsEveryScopeOfTheProgram(String scope) throws Exception {
        assertThat(scopes("directory-app", scope)).hasSize(8).contains("User.Invite.All", "Policy.ReadWrite.Authorization");
        assertThat(scopes("reading-app", scope)).containsExactly("User.Read.All");
    }

    @Test
    void aProgramCanAskForLessThanItMayHave() throws Exception {
        assertThat(scopes("directory-app", "User.Read.All AuditLog.Read.All")).containsExactlyInAnyOrder("User.Read.All", "AuditLog.Read.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User.ReadWrite.All", "User.Invite.All User.ReadWrite.All", "Mail.Send", "User.Invite.All.default"})
    void aProgramCannotAskForMore(String scope) throws Exception {
        web.perform(asked().with(httpBasic("inviting-app", urlEncodedSecret("inviting-app"))).param("scope", scope))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.error").value("invalid_scope"));
    }

    @Test
    void aWrongSecretAndAnUnknownProgramLookTheSame() throws Exception {
        String wrong = web.perform(from("198.51.100.1", asked().with(httpBasic("inviting-app", urlEncodedSecret("reading-app")))))
                .andExpect(status().isUnauthorized()).andReturn().getResponse().getContentAsString();
        String unknown = web.perform(from("198.51.100.1", asked().with(httpBasic("no-app", urlEncodedSecret("reading-app")))))
                .andExpect(status().isUnauthorized()).andReturn().getResponse().getContentAsString();

        assertThat(wrong).isEqualTo(unknown).contains("invalid_client").doesNotContain("inviting-app");
    }

    @Test
    void credentialsInAnAddressWhichIsLoggedElsewhereAreNotRead() throws Exception {
        web.perform(from("198.51.100.1", post("/oauth2/token?grant_type=client_credentials&client_id=inviting-app&client_secret={secret}",
                AccessTokens.secretOf("inviting-app")))).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code",
        "urn:ietf:params:oauth:grant-type:token-exchange", "implicit"})
    void thereIsNoOtherWayToAToken(String grant) throws Exception {
        web.perform(post("/oauth2/token").with(httpBasic("directory-app", urlEncodedSecret("directory-app"))).param("grant_type", grant))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.error").value("unsupported_grant_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorize", "/oauth2/consent", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device_authorization",
        "/oauth2/device_verification", "/oauth2/par", "/connect/register", "/userinfo", "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/tenant"})
    void noOtherDoorOfTheAuthorizationServerIsOpen(String path) throws Exception {
        web.perform(get(path).accept(MediaType.TEXT_HTML)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
        web.perform(post(path).with(httpBasic("directory-app", urlEncodedSecret("directory-app")))).andExpect(status().isForbidden());
    }

    @Test
    void everybodyCanCheckTheSignatureAndNobodyCanForgeOne() throws Exception {
        String keys = web.perform(get("/oauth2/jwks")).andExpect(status().isOk()).andExpect(jsonPath("$.keys.length()").value(1))
                .andExpect(jsonPath("$.keys[0]", not(hasKey("d")))).andExpect(jsonPath("$.keys[0]", not(hasKey("p"))))
                .andReturn().getResponse().getContentAsString();

        SignedJWT token = SignedJWT.parse(AccessTokens.of(web, "reading-app"));
        assertThat(token.getHeader().getKeyID()).isEqualTo(JsonPath.read(keys, "$.keys[0].kid"));
        assertThat(reader.decode(token.serialize()).getSubject()).isEqualTo("reading-app");
    }

    @Test
    void theMetadataNameWhatThereIsAndNothingElse() throws Exception {
        web.perform(get("/.well-known/oauth-authorization-server")).andExpect(status().isOk())
                .andExpect(jsonPath("$.issuer").value(ISSUER))
                .andExpect(jsonPath("$.token_endpoint").value(ISSUER + "/oauth2/token"))
                .andExpect(jsonPath("$.jwks_uri").value(ISSUER + "/oauth2/jwks"))
                .andExpect(jsonPath("$.grant_types_supported").value("client_credentials"))
                .andExpect(jsonPath("$.token_endpoint_auth_methods_supported", containsInAnyOrder("client_secret_basic", "client_secret_post")))
                .andExpect(jsonPath("$.scopes_supported.length()").value(8))
                .andExpect(jsonPath("$", not(hasKey("authorization_endpoint"))));
    }

    @Test
    void whoeverGuessesIsSlowedDownAndWhoeverKnowsIsNot() throws Exception {
        for (int i = 0; i < GuessLimit.PER_MINUTE + 5; i++) {
            web.perform(from("198.51.100.2", asked().with(httpBasic("reading-app", urlEncodedSecret("reading-app"))))).andExpect(status().isOk());
        }
        for (int i = 0; i < GuessLimit.PER_MINUTE; i++) {
            web.perform(from("198.51.100.2", asked().with(httpBasic("reading-app", "guess-" + i)))).andExpect(status().isUnauthorized());
        }

        web.perform(from("198.51.100.2", asked().with(httpBasic("reading-app", urlEncodedSecret("reading-app")))))
                .andExpect(status().isTooManyRequests()).andExpect(header().string(HttpHeaders.RETRY_AFTER, "1"))
                .andExpect(jsonPath("$.error").value("temporarily_unavailable"));
        web.perform(from("198.51.100.3", asked().with(httpBasic("reading-app", urlEncodedSecret("reading-app"))))).andExpect(status().isOk());
    }

    private List<String> scopes(String client, String scope) throws Exception {
        MockHttpServletRequestBuilder request = asked().with(httpBasic(client, urlEncodedSecret(client)));
        String answer = web.perform(scope.isEmpty() ? request : request.param("scope", scope)).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        return SignedJWT.parse(JsonPath.<String>read(answer, "$.access_token")).getJWTClaimsSet().getStringListClaim("scope");
    }

    private static MockHttpServletRequestBuilder asked() {
        return post("/oauth2/token").param("grant_type", "client_credentials");
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(made -> {
            made.setRemoteAddr(address);
            return made;
        });
    }

    /** As RFC 6749 section 2.3.1 wants it in the header of HTTP Basic. */
    private static String urlEncodedSecret(String client) {
        return AccessTokens.secretOf(client).replace(" ", "+");
    }
}
