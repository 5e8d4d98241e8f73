package io.guestflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the cookies of Camunda's web applications, which write them by hand, to TLS where they were asked for by TLS. */
class SecureCookies extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.isSecure() ? new Marking(response) : response);
    }

    private static final class Marking extends HttpServletResponseWrapper {

        Marking(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, marked(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, marked(name, value));
        }

        private static String marked(String name, String value) {
            boolean unmarked = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.matches("(?i).*;\\s*secure\\b.*");
            return unmarked ? value + "; Secure" : value;
        }
    }
}
