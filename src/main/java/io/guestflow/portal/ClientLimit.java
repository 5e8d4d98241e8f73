package io.guestflow.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Slows down whoever asks for codes or tries them in masses; generous, because all guests of a company may come from one address. */
@Component
class ClientLimit {

    static final int PER_MINUTE = 60;
    private static final int MOST_CLIENTS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(Duration.ofMinutes(5)).build();

    /** @throws TooManyRequests if this client has used up its requests for now */
    void count(HttpServletRequest request) {
        if (!buckets.get(request.getRemoteAddr(), client -> full()).tryConsume(1)) {
            throw new TooManyRequests();
        }
    }

    private static Bucket full() {
        return Bucket.builder().addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1))).build();
    }
}
