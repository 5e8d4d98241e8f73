package io.guestflow.graph;

import static io.guestflow.graph.AccessRule.allow;
import static io.guestflow.guest.Scope.AUDIT_LOG_READ_ALL;
import static io.guestflow.guest.Scope.DIRECTORY_READ_ALL;
import static io.guestflow.guest.Scope.DIRECTORY_READ_WRITE_ALL;
import static io.guestflow.guest.Scope.GROUP_READ_WRITE_ALL;
import static io.guestflow.guest.Scope.POLICY_READ_WRITE_AUTHORIZATION;
import static io.guestflow.guest.Scope.USER_INVITE_ALL;
import static io.guestflow.guest.Scope.USER_READ_ALL;
import static io.guestflow.guest.Scope.USER_READ_WRITE_ALL;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import io.guestflow.guest.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Which scopes allow what; the first rule that fits decides, and what no rule names is denied. */
final class AccessRules {

    static final List<AccessRule> ALL = List.of(
            allow(POST, "/invitations", USER_INVITE_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            // with the first scope alone the caller's own ones only, which the controller knows
            allow(GET, "/invitations/**", USER_INVITE_ALL, USER_READ_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/invitations/**", USER_INVITE_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/invitations/*/resend", USER_INVITE_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/users/*/appRoleAssignments/**", DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/users/*/appRoleAssignments/**", DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/users/*/appRoleAssignments/**", DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/users/**", USER_READ_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/users/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(PATCH, "/users/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/users/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/directory/deletedItems/**", USER_READ_ALL, USER_READ_WRITE_ALL, DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/directory/deletedItems/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(PATCH, "/directory/deletedItems/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/directory/deletedItems/**", USER_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/groups/**", GROUP_READ_WRITE_ALL, DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/groups/**", GROUP_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(PATCH, "/groups/**", GROUP_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/groups/**", GROUP_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/directoryRoles/**", DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/directoryRoles/**", DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/directoryRoles/**", DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/servicePrincipals/**", DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(POST, "/servicePrincipals/**", DIRECTORY_READ_WRITE_ALL),
            allow(PATCH, "/servicePrincipals/**", DIRECTORY_READ_WRITE_ALL),
            allow(DELETE, "/servicePrincipals/**", DIRECTORY_READ_WRITE_ALL),

            allow(GET, "/policies/authorizationPolicy", POLICY_READ_WRITE_AUTHORIZATION, DIRECTORY_READ_ALL, DIRECTORY_READ_WRITE_ALL),
            allow(PATCH, "/policies/authorizationPolicy", POLICY_READ_WRITE_AUTHORIZATION),

            allow(GET, "/auditLogs/**", AUDIT_LOG_READ_ALL));

    private AccessRules() {
    }

    /** Any of them allows the method with a path that may have placeholders; none does, if it is denied to everybody. */
    static List<Scope> scopes(HttpMethod method, String template) {
        return ALL.stream().filter(rule -> rule.covers(method, template)).findFirst().map(rule -> List.of(rule.scopes())).orElse(List.of());
    }

    /** Why a request was not let in: its scopes, or that nobody's scopes would do, because there is no such path or method. */
    static GraphError denial(HttpServletRequest request) {
        List<AccessRule> samePath = ALL.stream().filter(rule -> rule.path().matches(request)).toList();
        if (samePath.isEmpty()) {
            return GraphError.of(Fault.NOT_FOUND);
        }
        if (samePath.stream().noneMatch(rule -> rule.request().matches(request))) {
            return GraphError.of(Fault.METHOD_NOT_ALLOWED).with(HttpHeaders.ALLOW,
                    samePath.stream().map(rule -> rule.method().name()).distinct().collect(Collectors.joining(", ")));
        }
        return GraphError.of(Fault.DENIED);
    }
}
