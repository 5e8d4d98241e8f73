package io.guestflow.mail;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** How fast letters leave this node; what could have left in the last minute may leave at once. */
@Component
class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int lettersPerMinute;
    private final Bucket allowed;
    private final Clock clock;
    private final AtomicReference<Instant> lastTurn = new AtomicReference<>(Instant.MIN);

    Pace(MailSettings settings, Clock clock) {
        this.lettersPerMinute = settings.lettersPerMinute();
        this.allowed = Bucket.builder().withCustomTimePrecision(new Time(clock))
                .addLimit(limit -> limit.capacity(Math.max(1, lettersPerMinute)).refillGreedy(Math.max(1, lettersPerMinute), MINUTE)).build();
        this.clock = clock;
    }

    /** @return when it is the letter's turn to ask again; empty if it may leave now, as passcodes always may, because somebody waits for them */
    Optional<Instant> turnOf(LetterKey key) {
        if (lettersPerMinute == 0) {
            return Optional.empty();
        }
        if (key.purpose() == LetterPurpose.PASSCODE) {
            allowed.consumeIgnoringRateLimits(1);
            return Optional.empty();
        }
        return allowed.tryConsume(1) ? Optional.empty() : Optional.of(nextTurn());
    }

    /** One behind the other, so that a thousand letters do not all ask again at once. */
    private Instant nextTurn() {
        Instant now = clock.instant();
        Duration step = MINUTE.dividedBy(lettersPerMinute);
        return lastTurn.accumulateAndGet(now, (last, moment) -> (last.isBefore(moment) ? moment : last).plus(step));
    }

    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
