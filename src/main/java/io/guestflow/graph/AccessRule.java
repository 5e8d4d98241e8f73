package io.guestflow.graph;

import io.guestflow.guest.Scope;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use one method with some paths.
 *
 * @param path   matches requests to what the pattern stands for
 * @param scopes any of them is enough
 */
record AccessRule(HttpMethod method, PathPattern pattern, RequestMatcher path, Scope... scopes) {

    static AccessRule allow(HttpMethod method, String path, Scope... scopes) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(Edge.API + path),
                PathPatternRequestMatcher.withDefaults().matcher(Edge.API + path), scopes);
    }

    RequestMatcher request() {
        return request -> method.matches(request.getMethod()) && path.matches(request);
    }

    /** @param template a path that may have placeholders */
    boolean covers(HttpMethod used, String template) {
        return method.equals(used) && pattern.matches(PathContainer.parsePath(template));
    }

    String[] authorities() {
        return Arrays.stream(scopes).map(Scope::authority).toArray(String[]::new);
    }
}
