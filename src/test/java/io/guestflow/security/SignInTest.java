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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffSession;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    private static final String PASSWORD = "Long-1-enough";

    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private SessionRepository<? extends Session> sessions;

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
    void aSignInLeadsToTheWantedPageOfThisHost() throws Exception {
        Cookie wanted = web.perform(get("http://attacker.example/guests").accept(MediaType.TEXT_HTML))
                .andReturn().getResponse().getCookie("REDIRECT_URI");

        web.perform(post("/login").cookie(wanted).param("username", inviter).param("password", PASSWORD).with(csrf()))
                .andExpect(authenticated().withAuthentication(one -> assertThat(one.getAuthorities()).extracting("authority")
                        .contains(StaffRole.GUEST_INVITER.authority()))).andExpect(redirectedUrl("/guests"));
    }

    @Test
    void aSecondSignInLeavesNothingOfTheFirstSession() throws Exception {
        var session = signedIn();

        Cookie next = web.perform(post("/login").with(session).param("username", inviter).param("password", PASSWORD).with(csrf()))
                .andReturn().getResponse().getCookie(StaffSession.COOKIE);

        assertThat(next.getValue()).isNotEqualTo(session.cookie().getValue());
        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
        web.perform(get("/guests").cookie(next)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guests", "/camunda/app/tasklist/default/", "/mailbox", "/nowhere"})
    void whoeverOnlyLooksGetsNoSession(String path) throws Exception {
        int before = sessions();

        web.perform(get(path).accept(MediaType.TEXT_HTML)).andExpect(cookie().doesNotExist(StaffSession.COOKIE));

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theSessionsCookieIsForThisHostsRequestsOnly() throws Exception {
        web.perform(formLogin().user(inviter).password(PASSWORD)).andExpect(cookie().httpOnly(StaffSession.COOKIE, true))
                .andExpect(cookie().sameSite(StaffSession.COOKIE, "Lax")).andExpect(cookie().path(StaffSession.COOKIE, "/"))
                .andExpect(cookie().secure(StaffSession.COOKIE, false)).andExpect(cookie().maxAge(StaffSession.COOKIE, -1));
        web.perform(post("/login").secure(true).param("username", inviter).param("password", PASSWORD).with(csrf()))
                .andExpect(cookie().secure(StaffSession.COOKIE, true));
    }

    @Test
    void aSessionThatAnotherVersionWroteIsSignedOut(CapturedOutput log) throws Exception {
        var session = signedIn();
        jdbc.sql("update staff_session_attributes set attribute_bytes = :unreadable").param("unreadable", new byte[] {1, 2, 3}).update();

        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));

        assertThat(log.getOut()).contains("counts as signed out").doesNotContain("Exception");
        var next = web.perform(post("/login").with(session).param("username", inviter).param("password", PASSWORD).with(csrf()))
                .andReturn().getResponse().getCookie(StaffSession.COOKIE);
        web.perform(get("/guests").cookie(next)).andExpect(status().isOk());
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
        web.perform(get("/guests").with(session)).andExpect(status().isOk());

        identity.deleteUser(inviter);

        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void whoeverLeavesTheGroupLosesItsRightsAtOnce() throws Exception {
        var session = signedIn();

        identity.deleteMembership(inviter, StaffRole.GUEST_INVITER.group());

        web.perform(get("/guests").with(session)).andExpect(status().isForbidden());
    }

    @Test
    void analystsDoNotReadWhoTheGuestsAre() throws Exception {
        identity.deleteMembership(inviter, StaffRole.GUEST_INVITER.group());
        identity.createMembership(inviter, StaffRole.PROCESS_ANALYST.group());
        var session = signedIn();

        web.perform(get("/guests").with(session)).andExpect(status().isForbidden());
        web.perform(get("/desk/choices").with(session)).andExpect(status().isForbidden());
    }

    @Test
    void signingOutOfTasklistEndsTheSessionUnlessAnotherPageForgesIt() throws Exception {
        var session = signedIn();
        giveToken(sessions, session, "tasklists-token");

        web.perform(signOutOfTasklist("another-token").with(session));
        web.perform(get("/guests").with(session)).andExpect(status().isOk());
        web.perform(signOutOfTasklist("tasklists-token").with(session)).andExpect(status().isNoContent());

        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
    }

    /** As Tasklist's own filter does it for its first page. */
    private static <S extends Session> void giveToken(SessionRepository<S> sessions, StaffSession staff, String token) {
        S session = sessions.findById(new String(Base64.getDecoder().decode(staff.cookie().getValue()), StandardCharsets.UTF_8));
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
        sessions.save(session);
    }

    private static MockHttpServletRequestBuilder signOutOfTasklist(String token) {
        return post("/camunda/api/admin/auth/user/default/logout").header(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
    }

    @Test
    void thePageForErrorsIsShownForErrorsOnly() throws Exception {
        web.perform(get("/error")).andExpect(redirectedUrl("/login"));
        web.perform(get("/error").with(signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void camundasOwnSignInAndSetUpAreShut() throws Exception {
        var session = signedIn();

        web.perform(post("/camunda/api/admin/auth/user/default/login/tasklist").with(session)).andExpect(status().isForbidden());
        web.perform(post("/camunda/api/admin/setup/default/user/create").with(session)).andExpect(status().isForbidden());
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

    private int sessions() {
        return jdbc.sql("select count(*) from staff_session").query(Integer.class).single();
    }

    private StaffSession signedIn() throws Exception {
        return StaffSession.of(web, inviter, PASSWORD);
    }
}
