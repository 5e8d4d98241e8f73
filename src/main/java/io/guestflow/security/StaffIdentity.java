package io.guestflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Hands the one sign-in on to Camunda's web applications, which make this object by its class name. */
public class StaffIdentity extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = Staff.groupsOf(caller);
        if (groups.isEmpty()) {
            return AuthenticationResult.unsuccessful();
        }
        var result = new AuthenticationResult(caller.getName(), true);
        result.setGroups(groups);
        return result;
    }
}
