package io.guestflow.security;

import static io.guestflow.StaffAccount.PASSWORD;
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
import io.guestflow.StaffAccount;
import jakarta.servlet.http.Cookie;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class SignInTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;

    private StaffAccount inviter;

    @BeforeEach
    void addInviter() {
        inviter = StaffAccount.in(StaffRole.GUEST_INVITER.group(), identity);
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

        web.perform(post("/login").cookie(wanted).param("username", inviter.user()).param("password", PASSWORD).with(csrf()))
                .andExpect(authenticated().withAuthentication(one -> assertThat(one.getAuthorities()).extracting("authority")
                        .contains(StaffRole.GUEST_INVITER.authority()))).andExpect(redirectedUrl("/guests"));
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() throws Exception {
        web.perform(formLogin().user(inviter.user()).password("wrong")).andExpect(unauthenticated()).andExpect(redirectedUrl("/login?error"));
        web.perform(formLogin().user("nobody").password("wrong")).andExpect(unauthenticated()).andExpect(redirectedUrl("/login?error"));
        web.perform(get("/engine-rest/engine").with(httpBasic("nobody\0", "wrong"))).andExpect(status().isUnauthorized());
        web.perform(get("/login?error")).andExpect(content().string(containsString("role=\"alert\"")));
    }

    @Test
    void whoeverGuessesIsLockedOutForAWhileEvenWithTheRightPassword() throws Exception {
        web.perform(formLogin().user(inviter.user()).password("wrong"));

        web.perform(formLogin().user(inviter.user()).password(PASSWORD)).andExpect(unauthenticated());
    }

    @Test
    void aForgedPostIsRefused() throws Exception {
        web.perform(post("/login").param("username", inviter.user()).param("password", PASSWORD)).andExpect(status().isForbidden());
    }

    @Test
    void analystsDoNotReadWhoTheGuestsAre() throws Exception {
        identity.deleteMembership(inviter.user(), StaffRole.GUEST_INVITER.group());
        identity.createMembership(inviter.user(), StaffRole.PROCESS_ANALYST.group());
        var session = inviter.signIn(web);

        web.perform(get("/guests").with(session)).andExpect(status().isForbidden());
        web.perform(get("/desk/choices").with(session)).andExpect(status().isForbidden());
    }

    @Test
    void thePageForErrorsIsShownForErrorsOnly() throws Exception {
        web.perform(get("/error")).andExpect(redirectedUrl("/login"));
        web.perform(get("/error").with(inviter.signIn(web))).andExpect(status().isForbidden());
    }

    @Test
    void camundasOwnSignInAndSetUpAreShut() throws Exception {
        var session = inviter.signIn(web);

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
        web.perform(get("/engine-rest/engine").with(httpBasic(inviter.user(), "wrong"))).andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    }
}
