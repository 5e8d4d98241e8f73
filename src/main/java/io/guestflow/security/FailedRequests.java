package io.guestflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells of a request to the engine that failed in one line without anything somebody typed; the engine's own logger, switched off,
 * writes whole stack traces with it. The caller has the reason in the answer.
 */
class FailedRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.warn("{} {} was answered with {}.", request.getMethod(), request.getRequestURI(), response.getStatus());
        }
    }
}
