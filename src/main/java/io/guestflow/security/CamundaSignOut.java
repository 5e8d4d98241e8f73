package io.guestflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Somebody signs out of Camunda's web applications, and shows their token against forged posts. Their own filter looks at it only later,
 * and refuses whoever does not show it.
 */
class CamundaSignOut implements RequestMatcher {

    private static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    @Override
    public boolean matches(HttpServletRequest request) {
        return SIGN_OUT.matches(request) && showsToken(request);
    }

    private static boolean showsToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String shown = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return session != null && shown != null && shown.equals(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }
}
