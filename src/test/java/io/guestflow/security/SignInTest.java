package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
class SignInTest {

    private static final String PASSWORD = "Long-1-enough";

    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;

    private String inviter;

    @BeforeEach
    void addInviter() {
        inviter = "inviter-" + UUID.randomUUID();
        User user = identity.newUser(inviter);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(inviter, StaffRole.GUEST_INVITER.group());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guests", "/desk/choices", "/camunda/app/tasklist/default/", "/camunda/lib/deps.js",
            "/h2-console", "/actuator/env", "/nowhere"})
    void nobodyComesFurtherThanTheLoginPageWithoutSigningIn(String path) throws Exception {
        web.perform(get(path).accept(MediaType.TEXT_HTML)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/default", "/engine-rest/engine", "/engine-rest/task"})
    void interfacesAnswerWithoutAChallengeThatABrowserWouldTakeUp(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isUnauthorized()).andExpect(header().doesNotExist(HttpHeaders.WWW_AUTHENTICATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/actuator/health", "/mailbox"})
    void whoeverIsNotSignedInSeesThePlacesThatTellNothing(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isOk());
    }

    @Test
    void theMailboxIsShownToThisMachineOnly() throws Exception {
        web.perform(get("/mailbox").with(request -> {
            request.setRemoteAddr("192.0.2.7");
            return request;
        })).andExpect(status().isFound());
        web.perform(get("http://attacker.example/mailbox")).andExpect(status().isFound());
    }

    @Test
    void aSignInLeadsToTheWantedPageOfThisHostInANewSession() throws Exception {
        var session = (MockHttpSession) web.perform(get("http://attacker.example/guests").accept(MediaType.TEXT_HTML))
                .andReturn().getRequest().getSession();
        String before = session.getId();

        web.perform(post("/login").session(session).param("username", inviter).param("password", PASSWORD).with(csrf()))
                .andExpect(authenticated().withAuthentication(one -> assertThat(one.getAuthorities()).extracting("authority")
                        .contains(StaffRole.GUEST_INVITER.authority()))).andExpect(redirectedUrl("/guests"));

        assertThat(session.getId()).isNotEqualTo(before);
        web.perform(get("/guests").session(session)).andExpect(status().isOk());
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() throws Exception {
        web.perform(formLogin().user(inviter).password("wrong")).andExpect(unauthenticated()).andExpect(redirectedUrl("/login?error"));
        web.perform(formLogin().user("nobody").password("wrong")).andExpect(unauthenticated()).andExpect(redirectedUrl("/login?error"));
        web.perform(get("/engine-rest/engine").with(httpBasic("nobody\0", "wrong"))).andExpect(status().isUnauthorized());
        web.perform(get("/login?error")).andExpect(content().string(containsString("role=\"alert\"")));
    }

    @Test
    void whoeverGuessesIsLockedOutForAWhileEvenWithTheRightPassword() throws Exception {
        web.perform(formLogin().user(inviter).password("wrong"));

        web.perform(formLogin().user(inviter).password(PASSWORD)).andExpect(unauthenticated());
    }

    @Test
    void aForgedPostIsRefused() throws Exception {
        web.perform(post("/login").param("username", inviter).param("password", PASSWORD)).andExpect(status().isForbidden());
    }

    @Test
    void whoeverLeavesTheStaffIsOutAtOnce() throws Exception {
        var session = signedIn();
        web.perform(get("/guests").session(session)).andExpect(status().isOk());

        identity.deleteUser(inviter);

        web.perform(get("/guests").session(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void whoeverLeavesTheGroupLosesItsRightsAtOnce() throws Exception {
        var session = signedIn();

        identity.deleteMembership(inviter, StaffRole.GUEST_INVITER.group());

        web.perform(get("/guests").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void analystsDoNotReadWhoTheGuestsAre() throws Exception {
        identity.deleteMembership(inviter, StaffRole.GUEST_INVITER.group());
        identity.createMembership(inviter, StaffRole.PROCESS_ANALYST.group());
        var session = signedIn();

        web.perform(get("/guests").session(session)).andExpect(status().isForbidden());
        web.perform(get("/desk/choices").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void signingOutOfTasklistEndsTheSessionUnlessAnotherPageForgesIt() throws Exception {
        var session = signedIn();
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, "tasklists-token");

        web.perform(signOutOfTasklist("another-token").session(session));
        assertThat(session.isInvalid()).isFalse();
        web.perform(signOutOfTasklist("tasklists-token").session(session)).andExpect(status().isNoContent());

        assertThat(session.isInvalid()).isTrue();
    }

    private static MockHttpServletRequestBuilder signOutOfTasklist(String token) {
        return post("/camunda/api/admin/auth/user/default/logout").header(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
    }

    @Test
    void thePageForErrorsIsShownForErrorsOnly() throws Exception {
        web.perform(get("/error")).andExpect(redirectedUrl("/login"));
        web.perform(get("/error").session(signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void camundasOwnSignInAndSetUpAreShut() throws Exception {
        var session = signedIn();

        web.perform(post("/camunda/api/admin/auth/user/default/login/tasklist").session(session)).andExpect(status().isForbidden());
        web.perform(post("/camunda/api/admin/setup/default/user/create").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void pagesForbidEverythingForeignAndAreNotKept() throws Exception {
        web.perform(get("/login")).andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'")))
                .andExpect(header().string("Referrer-Policy", "no-referrer")).andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        web.perform(get("/login").secure(true)).andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void aScriptWithAWrongPasswordGetsNoSessionAndNoAnswer() throws Exception {
        web.perform(get("/engine-rest/engine").with(httpBasic(inviter, "wrong"))).andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    }

    private MockHttpSession signedIn() throws Exception {
        return (MockHttpSession) web.perform(formLogin().user(inviter).password(PASSWORD)).andExpect(authenticated())
                .andReturn().getRequest().getSession();
    }
}
