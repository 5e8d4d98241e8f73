package io.guestflow.portal;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.NewId;
import io.guestflow.guest.PasscodeDigits;
import io.guestflow.guest.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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
    private static final Logger LOG = LoggerFactory.getLogger(Passcodes.class);
    private static final String CODE = "passcode-hash";
    private static final String ADDRESS = "passcode-address";

    private final JdbcClient jdbc;
    private final Digest digest;
    private final PasscodeDigits digits;
    private final CodeLetters letters;
    private final TransactionTemplate transactions;
    private final Settings settings;
    private final Clock clock;

    Passcodes(JdbcClient jdbc, Digest digest, PasscodeDigits digits, CodeLetters letters, TransactionTemplate transactions,
              Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.digits = digits;
        this.letters = letters;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Mails a code, if the address belongs to a guest who may have one; everything else looks and costs the same.
     *
     * @return the id under which the code is entered; empty if the address has had its codes for this hour
     */
    @Transactional(propagation = Propagation.NEVER)
    Optional<UUID> send(EmailAddress address, Optional<Guest> guest) {
        return issue(new Recipient(guest.map(known -> known.id().value()).orElse(null), digest.of(ADDRESS, address.key())));
    }

    /** Mails another code to whom this one was for. @return as {@link #send}; empty as well if the id is unknown */
    @Transactional(propagation = Propagation.NEVER)
    Optional<UUID> sendAnother(UUID passcode) {
        return jdbc.sql("select guest_id, address_key from passcode where id = :id").param("id", passcode)
                .query((row, number) -> new Recipient(row.getObject("guest_id", UUID.class), row.getString("address_key"))).optional()
                .flatMap(this::issue);
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

    /** Begins anew when another code for the address has come in the same moment; after five such there is none left. */
    private Optional<UUID> issue(Recipient recipient) {
        for (int tries = 0; tries < MOST_PER_ADDRESS; tries++) {
            try {
                return transactions.execute(status -> add(recipient));
            } catch (DuplicateKeyException sameMoment) {
                LOG.debug("Two codes for one address in one moment", sameMoment);
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> add(Recipient recipient) {
        UUID id = NewId.next();
        Instant created = clock.instant();
        int rows = jdbc.sql("""
                insert into passcode (id, guest_id, address_key, in_turn, code_hash, created_at, expires_at)
                select cast(:id as uuid), cast(:guest as uuid), cast(:address as varchar(64)), coalesce(max(in_turn), 0) + 1,
                  cast(:code as varchar(64)), cast(:created as timestamp with time zone), cast(:expires as timestamp with time zone)
                from passcode where address_key = :address having count(case when created_at > :since then 1 end) < :most""")
                .param("id", id).param("guest", recipient.guest()).param("address", recipient.addressKey())
                .param("code", digest.of(CODE, id + digits.of(id))).param("created", at(created))
                .param("expires", at(created.plus(settings.passcode().validFor())))
                .param("since", at(created.minus(ADDRESS_WINDOW))).param("most", MOST_PER_ADDRESS).update();
        if (rows == 0) {
            return Optional.empty();
        }
        if (recipient.guest() != null) {
            letters.mail(id, new GuestId(recipient.guest()));
        }
        return Optional.of(id);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param guest null for an address that belongs to nobody who may sign in */
    private record Recipient(UUID guest, String addressKey) {
    }

    private record Stored(UUID guest, String codeHash) {
    }
}
