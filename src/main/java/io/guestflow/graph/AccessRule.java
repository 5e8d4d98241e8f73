package io.guestflow.graph;

import io.guestflow.guest.Scope;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may use one method with some paths.
 *
 * @param authorities any of them is enough
 */
record AccessRule(HttpMethod method, RequestMatcher path, String... authorities) {

    static AccessRule allow(HttpMethod method, String path, Scope... scopes) {
        return new AccessRule(method, PathPatternRequestMatcher.withDefaults().matcher(Edge.API + path),
                Arrays.stream(scopes).map(Scope::authority).toArray(String[]::new));
    }

    RequestMatcher request() {
        return request -> method.matches(request.getMethod()) && path.matches(request);
    }
}
