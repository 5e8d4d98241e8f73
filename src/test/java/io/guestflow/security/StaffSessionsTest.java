package io.guestflow.security;

import static io.guestflow.StaffAccount.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import io.guestflow.StaffSession;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How a session of staff begins, what it is worth, and when it is over. */
@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class StaffSessionsTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private SessionRepository<? extends Session> sessions;

    private StaffAccount inviter;

    @BeforeEach
    void addInviter() {
        inviter = StaffAccount.in(StaffRole.GUEST_INVITER.group(), identity);
    }

    @Test
    void aSecondSignInLeavesNothingOfTheFirstSession() throws Exception {
        var session = inviter.signIn(web);

        Cookie next = web.perform(post("/login").with(session).param("username", inviter.user()).param("password", PASSWORD).with(csrf()))
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
        web.perform(formLogin().user(inviter.user()).password(PASSWORD)).andExpect(cookie().httpOnly(StaffSession.COOKIE, true))
                .andExpect(cookie().sameSite(StaffSession.COOKIE, "Lax")).andExpect(cookie().path(StaffSession.COOKIE, "/"))
                .andExpect(cookie().secure(StaffSession.COOKIE, false)).andExpect(cookie().maxAge(StaffSession.COOKIE, -1));
        web.perform(post("/login").secure(true).param("username", inviter.user()).param("password", PASSWORD).with(csrf()))
                .andExpect(cookie().secure(StaffSession.COOKIE, true));
    }

    @Test
    void aSessionThatAnotherVersionWroteIsSignedOut(CapturedOutput log) throws Exception {
        var session = inviter.signIn(web);
        jdbc.sql("update staff_session_attributes set attribute_bytes = :unreadable").param("unreadable", new byte[] {1, 2, 3}).update();

        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));

        assertThat(log.getOut()).contains("counts as signed out").doesNotContain("Exception");
        var next = web.perform(post("/login").with(session).param("username", inviter.user()).param("password", PASSWORD).with(csrf()))
                .andReturn().getResponse().getCookie(StaffSession.COOKIE);
        web.perform(get("/guests").cookie(next)).andExpect(status().isOk());
    }

    @Test
    void whoeverLeavesTheStaffIsOutAtOnce() throws Exception {
        var session = inviter.signIn(web);
        web.perform(get("/guests").with(session)).andExpect(status().isOk());

        identity.deleteUser(inviter.user());

        web.perform(get("/guests").with(session)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void whoeverLeavesTheGroupLosesItsRightsAtOnce() throws Exception {
        var session = inviter.signIn(web);

        identity.deleteMembership(inviter.user(), StaffRole.GUEST_INVITER.group());

        web.perform(get("/guests").with(session)).andExpect(status().isForbidden());
    }

    @Test
    void signingOutOfTasklistEndsTheSessionUnlessAnotherPageForgesIt() throws Exception {
        var session = inviter.signIn(web);
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

    private int sessions() {
        return jdbc.sql("select count(*) from staff_session").query(Integer.class).single();
    }
}
