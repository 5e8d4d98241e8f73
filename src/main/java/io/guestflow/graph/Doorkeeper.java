package io.guestflow.graph;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Turns callers away in the API's own shape, with the challenge that RFC 6750 section 3 asks for. */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final GraphError FORGED = GraphError.of(Fault.DENIED, "forged-request",
            "A request with a session needs the token against forged requests.");

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler tooFewScopes = new BearerTokenAccessDeniedHandler();
    private final ErrorAnswers answers;

    Doorkeeper(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) throws IOException {
        challenge.commence(request, response, unknown);
        answers.answer(request, response, GraphError.of(Fault.UNAUTHENTICATED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        GraphError error = denied instanceof CsrfException ? FORGED : AccessRules.denial(request);
        if (error.fault() == Fault.DENIED && error != FORGED) {
            tooFewScopes.handle(request, response, denied);
        }
        answers.answer(request, response, error);
    }
}
