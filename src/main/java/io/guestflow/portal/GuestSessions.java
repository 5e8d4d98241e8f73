package io.guestflow.portal;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of guests: a random token of 256 bits in their cookie, its hash in the database; they end at a fixed time. */
@Service
@Transactional
class GuestSessions {

    private static final String TOKEN = "guest-session";
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Digest digest;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    GuestSessions(JdbcClient jdbc, Digest digest, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the token for the guest's cookie */
    String open(GuestId guest) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("insert into guest_session (token_hash, guest_id, created_at, expires_at) values (:hash, :guest, :now, :expires)")
                .param("hash", digest.of(TOKEN, token)).param("guest", guest.value()).param("now", at(now))
                .param("expires", at(now.plus(settings.session().validFor()))).update();
        return token;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Optional<GuestId> find(String token) {
        return jdbc.sql("select guest_id from guest_session where token_hash = :hash and expires_at > :now")
                .param("hash", digest.of(TOKEN, token)).param("now", at(clock.instant())).query(UUID.class).optional().map(GuestId::new);
    }

    void close(String token) {
        jdbc.sql("delete from guest_session where token_hash = :hash").param("hash", digest.of(TOKEN, token)).update();
    }

    void closeAll(GuestId guest) {
        jdbc.sql("delete from guest_session where guest_id = :guest").param("guest", guest.value()).update();
    }

    @Scheduled(fixedDelayString = "PT5M")
    void deleteEnded() {
        jdbc.sql("delete from guest_session where expires_at < :now").param("now", at(clock.instant())).update();
    }

    boolean anyLeft(GuestId guest) {
        return jdbc.sql("select count(*) from guest_session where guest_id = :guest").param("guest", guest.value()).query(Integer.class).single() > 0;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
