package io.guestflow.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever guesses client secrets; who shows the right one is not counted. */
class GuessLimit extends OncePerRequestFilter {

    static final int PER_MINUTE = 60;
    private static final int MOST_CLIENTS = 100_000;
    private static final String ANSWER = "{\"error\":\"temporarily_unavailable\",\"error_description\":"
            + "\"Too many failed attempts came from this address.\"}";

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(Duration.ofMinutes(5)).build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket tries = buckets.get(request.getRemoteAddr(), client -> full());
        ConsumptionProbe probe = tries.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            refuse(response, Duration.ofNanos(probe.getNanosToWaitForRefill()));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            tries.addTokens(1);
        }
    }

    private static void refuse(HttpServletResponse response, Duration pause) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(ANSWER);
    }

    private static Bucket full() {
        return Bucket.builder().addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1))).build();
    }
}
