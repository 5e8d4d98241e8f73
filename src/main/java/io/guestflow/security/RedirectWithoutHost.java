package io.guestflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.util.UriComponentsBuilder;

/** Redirects to the path of an address only: its host is whatever a request claimed to be for. */
class RedirectWithoutHost implements RedirectStrategy {

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        String path = UriComponentsBuilder.fromUriString(address).scheme(null).host(null).port(null).userInfo(null).build().toUriString();
        // two slashes would begin a host again
        response.sendRedirect(path.replaceFirst("^/*", "/"));
    }
}
