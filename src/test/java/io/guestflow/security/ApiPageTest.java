package io.guestflow.security;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import io.guestflow.StaffSession;
import jakarta.servlet.http.Cookie;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@GuestflowTest
class ApiPageTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private IdentityService identity;

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml"})
    void everybodyReadsTheDocumentWhichHoldsNoSecret(String document) throws Exception {
        web.perform(get(document)).andExpect(status().isOk());
        web.perform(get(document).cookie(new Cookie("guest", "a-token-of-a-guest"))).andExpect(status().isOk());
        web.perform(get(document).with(signedIn(StaffRole.PROCESS_ANALYST.group()))).andExpect(status().isOk());
    }

    @Test
    void theDocumentHasNoOtherParts() throws Exception {
        web.perform(get("/v3/api-docs/swagger-config").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void guestsAndStrangersAreAskedToSignInForThePage() throws Exception {
        web.perform(get("/api").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
        web.perform(get("/api").accept(MediaType.TEXT_HTML).cookie(new Cookie("guest", "a-token-of-a-guest"))).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @EnumSource
    void allStaffSeeThePageUnderTheSameStrictRulesAsTheOtherPages(StaffRole role) throws Exception {
        web.perform(get("/api").with(signedIn(role.group()))).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-header=\"X-CSRF-TOKEN\"")))
                .andExpect(header().string("Content-Security-Policy",
                        allOf(containsString("default-src 'none'; script-src 'self'; style-src 'self'"), not(containsString("unsafe")))));
    }

    @Test
    void aUserOfNoGroupDoesNotSeeThePage() throws Exception {
        web.perform(get("/api").with(signedIn(null))).andExpect(status().isForbidden());
    }

    private StaffSession signedIn(String group) throws Exception {
        return StaffAccount.in(group, identity).signIn(web);
    }
}
