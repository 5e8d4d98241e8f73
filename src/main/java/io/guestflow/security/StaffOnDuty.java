package io.guestflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at every request whether whoever signed in still belongs to the staff, and with which roles. */
class StaffOnDuty extends OncePerRequestFilter {

    private static final String[] SAME_FOR_EVERYBODY = {"/assets/", "/camunda/lib/", "/camunda/assets/"};

    private final StaffAuthenticationProvider staff;

    StaffOnDuty(StaffAuthenticationProvider staff) {
        this.staff = staff;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Arrays.stream(SAME_FOR_EVERYBODY).anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof Staff) {
            staff.find(caller.getName()).ifPresentOrElse(SecurityContextHolder.getContext()::setAuthentication,
                    () -> new SecurityContextLogoutHandler().logout(request, response, caller));
        }
        chain.doFilter(request, response);
    }
}
