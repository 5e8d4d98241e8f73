package io.guestflow.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.guestflow.GuestflowTest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
class StaffErrorPagesTest {

    @Autowired
    private MockMvc web;

    @ParameterizedTest
    @CsvSource({"/guests, 403, You may not do this", "/guests/4711, 404, This page does not exist", "/nowhere, 403, You may not do this",
        "/guests, 400, That did not work", "/guests, 500, That did not work"})
    void tellsStaffWhatTheyMayNotDoAndWhereToGo(String path, int status, String title) throws Exception {
        web.perform(failed(path, status).with(user("grace").roles("PROCESS_ANALYST")))
                .andExpect(content().string(containsString("<h1>" + title + "</h1>"))).andExpect(content().string(containsString("<title>" + title)))
                .andExpect(content().string(containsString("Sign out")));
    }

    @Test
    void tellsStaffWhoseSignInHasEndedThatThePageWasOpenForTooLong() throws Exception {
        web.perform(failed("/guests", 403)).andExpect(content().string(containsString("the page was open for too long")))
                .andExpect(content().string(not(containsString("Sign out"))));
    }

    @Test
    void tellsGuestsInTheirLanguageAsBefore() throws Exception {
        web.perform(failed("/review/accept", 403).header("Accept-Language", "de")).andExpect(content().string(containsString("Bitte versuchen Sie es noch einmal")));
        web.perform(failed("/review", 404).with(user("sam").roles("GUEST"))).andExpect(content().string(containsString("start again from the link in your invitation")));
    }

    private static MockHttpServletRequestBuilder failed(String path, int status) {
        return get("/error").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path).with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                });
    }
}
