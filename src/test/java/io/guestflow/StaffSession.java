package io.guestflow;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import jakarta.servlet.http.Cookie;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a request come from somebody of the staff who has signed in: it carries the cookie that the sign-in set. */
public record StaffSession(Cookie cookie) implements RequestPostProcessor {

    public static final String COOKIE = "JSESSIONID";

    public static StaffSession of(MockMvc web, String user, String password) throws Exception {
        return new StaffSession(web.perform(formLogin().user(user).password(password)).andReturn().getResponse().getCookie(COOKIE));
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.setCookies(cookie);
        return request;
    }
}
