package io.guestflow.portal;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes of eight digits, mailed to the guest's address. A code is void after its time, its use, or five wrong tries; an
 * address gets at most five an hour.
 */
@Service
@Transactional
class Passcodes {

    static final int MOST_WRONG_TRIES = 5;
    static final int MOST_PER_ADDRESS = 5;
    static final Duration ADDRESS_WINDOW = Duration.ofHours(1);
    private static final String CODE = "passcode-hash";
    private static final String ADDRESS = "passcode-address";

    private final JdbcClient jdbc;
    private final Digest digest;
    private final PasscodeDigits digits;
    private final CodeLetters letters;
    private final Settings settings;
    private final Clock clock;

    Passcodes(JdbcClient jdbc, Digest digest, PasscodeDigits digits, CodeLetters letters, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.digits = digits;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Mails a code, if the address belongs to a guest who may have one; everything else looks and costs the same.
     *
     * @return the id under which the code is entered; empty if the address has had its codes for this hour
     */
    Optional<UUID> send(EmailAddress address, Optional<Guest> guest) {
        String addressKey = digest.of(ADDRESS, address.key());
        if (sentLately(addressKey) >= MOST_PER_ADDRESS) {
            return Optional.empty();
        }
        return Optional.of(issue(addressKey, guest.map(Guest::id)));
    }

    /** Mails another code to whom this one was for. @return as {@link #send}; empty as well if the id is unknown */
    Optional<UUID> sendAnother(UUID passcode) {
        return jdbc.sql("select guest_id, address_key from passcode where id = :id").param("id", passcode)
                .query((row, number) -> new Recipient(row.getObject("guest_id", UUID.class), row.getString("address_key"))).optional()
                .filter(recipient -> sentLately(recipient.addressKey()) < MOST_PER_ADDRESS)
                .map(recipient -> issue(recipient.addressKey(), Optional.ofNullable(recipient.guest()).map(GuestId::new)));
    }

    /** The guest to whom the code was mailed. */
    Optional<GuestId> guestOf(UUID passcode) {
        return jdbc.sql("select guest_id from passcode where id = :id and guest_id is not null").param("id", passcode).query(UUID.class).optional()
                .map(GuestId::new);
    }

    /** Uses a code up. @return the guest, if the code is right and neither void nor used */
    Optional<GuestId> redeem(UUID passcode, String code) {
        Optional<Stored> stored = jdbc.sql("""
                select guest_id, code_hash from passcode where id = :id and used_at is null and expires_at > :now
                  and wrong_tries < :tries for update""").param("id", passcode).param("now", now()).param("tries", MOST_WRONG_TRIES)
                .query((row, number) -> new Stored(row.getObject("guest_id", UUID.class), row.getString("code_hash"))).optional();
        boolean right = stored.filter(one -> digest.matches(CODE, passcode + code, one.codeHash()) && one.guest() != null).isPresent();
        if (right) {
            jdbc.sql("update passcode set used_at = :now where id = :id").param("now", now()).param("id", passcode).update();
            return stored.map(one -> new GuestId(one.guest()));
        }
        jdbc.sql("update passcode set wrong_tries = wrong_tries + 1 where id = :id").param("id", passcode).update();
        return Optional.empty();
    }

    void voidAll(GuestId guest) {
        jdbc.sql("delete from passcode where guest_id = :guest").param("guest", guest.value()).update();
    }

    boolean anyLeft(GuestId guest) {
        return jdbc.sql("select count(*) from passcode where guest_id = :guest").param("guest", guest.value()).query(Integer.class).single() > 0;
    }

    /** Codes count against their address for an hour; what is older has no use. */
    @Scheduled(fixedDelayString = "PT5M")
    void deleteOld() {
        jdbc.sql("delete from passcode where expires_at < :longAgo").param("longAgo", at(clock.instant().minus(ADDRESS_WINDOW))).update();
    }

    private UUID issue(String addressKey, Optional<GuestId> guest) {
        UUID id = UUID.randomUUID();
        Instant created = clock.instant();
        jdbc.sql("""
                insert into passcode (id, guest_id, address_key, code_hash, created_at, expires_at)
                values (:id, :guest, :address, :code, :created, :expires)""")
                .param("id", id).param("guest", guest.map(GuestId::value).orElse(null)).param("address", addressKey)
                .param("code", digest.of(CODE, id + digits.of(id))).param("created", at(created))
                .param("expires", at(created.plus(settings.passcode().validFor()))).update();
        guest.ifPresent(known -> letters.mail(id, known));
        return id;
    }

    private int sentLately(String addressKey) {
        return jdbc.sql("select count(*) from passcode where address_key = :address and created_at > :since").param("address", addressKey)
                .param("since", at(clock.instant().minus(ADDRESS_WINDOW))).query(Integer.class).single();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Recipient(UUID guest, String addressKey) {
    }

    private record Stored(UUID guest, String codeHash) {
    }
}
