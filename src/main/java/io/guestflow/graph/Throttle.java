package io.guestflow.graph;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets requests about invitations wait their turn; it counts only who may make them, so that nobody else uses the quota up. */
class Throttle extends OncePerRequestFilter {

    private static final RequestMatcher INVITATIONS = PathPatternRequestMatcher.withDefaults().matcher(Edge.API + "/invitations/**");

    private final InvitationQuota quota;
    private final ErrorAnswers answers;

    Throttle(InvitationQuota quota, ErrorAnswers answers) {
        this.quota = quota;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !INVITATIONS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> pause = quota.take();
        if (pause.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            answers.answer(request, response, GraphError.of(Fault.TOO_MANY).with(HttpHeaders.RETRY_AFTER, inSeconds(pause.get())));
        }
    }

    /** Rather too long than too short. */
    private static String inSeconds(Duration pause) {
        return Long.toString(pause.plusNanos(999_999_999).toSeconds());
    }
}
