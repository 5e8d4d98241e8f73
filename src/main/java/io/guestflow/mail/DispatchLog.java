package io.guestflow.mail;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The table of letters; every call takes part in the caller's transaction. */
@Repository
class DispatchLog {

    private static final String KEY = " where subject = :subject and purpose = :purpose and ordinal = :ordinal";

    /** Letters with codes are kept as long as their instances of {@code letter-delivery}. */
    private static final Duration CODES_ARE_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    DispatchLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if the letter was noted before */
    boolean add(LetterKey key, GuestId guest) {
        return about(key, """
                insert into letter (subject, purpose, ordinal, guest_id, state, queued_at, changed_at)
                select cast(:subject as uuid), cast(:purpose as varchar(32)), cast(:ordinal as integer),
                  cast(:guest as uuid), 'QUEUED', cast(:now as timestamp with time zone),
                  cast(:now as timestamp with time zone)
                where not exists (select 1 from letter""" + KEY + ")").param("guest", guest.value()).update() == 1;
    }

    /**
     * Takes a waiting letter up for one try. Who has it in hand, and for how long, is measured by the database's clock alone: those of two
     * nodes may differ, and one that is ahead would take a letter that is about to leave for left behind.
     *
     * @param recipient  whom it goes to
     * @param longestTry a letter that has been taken up for longer was left behind by a program that died
     * @return false if it does not wait, or somebody else has it in hand
     */
    boolean takeUp(LetterKey key, String recipient, Duration longestTry) {
        return about(key, "update letter set state = 'SENDING', recipient = :recipient, tries = tries + 1, changed_at = :now,"
                + " in_hand_since = current_timestamp" + KEY + " and (state in ('QUEUED', 'GIVEN_UP') or state = 'SENDING'"
                + " and coalesce(in_hand_since, changed_at) < current_timestamp - cast(:seconds as double precision) * interval '1' second)")
                .param("recipient", recipient).param("seconds", longestTry.toMillis() / 1000.0).update() == 1;
    }

    /**
     * Notes how a try ended; a letter that was dropped meanwhile stays dropped, unless it has left all the same, and one that has left stays so,
     * whoever else comes back from a try.
     */
    void close(LetterKey key, LetterState state, ServerAnswer answer) {
        String unlessDone = state == LetterState.SENT ? "" : " and state not in ('DROPPED', 'SENT')";
        about(key, "update letter set state = :state, server_answer = :words, reply_code = :code, changed_at = :now, in_hand_since = null"
                + KEY + unlessDone)
                .param("state", state.name()).param("words", answer.words()).param("code", answer.code()).update();
    }

    /** Changes nothing but the state. @return false if it is not the expected one */
    boolean move(LetterKey key, LetterState from, LetterState to) {
        return about(key, "update letter set state = :to, changed_at = :now" + KEY + " and state = :from")
                .param("from", from.name()).param("to", to.name()).update() == 1;
    }

    /** Queues again whatever somebody has in hand. */
    void takeBack() {
        jdbc.sql("update letter set state = 'QUEUED', in_hand_since = null where state = 'SENDING'").update();
    }

    Optional<Letter> find(LetterKey key) {
        return about(key, "select * from letter" + KEY).query(DispatchLog::letter).optional();
    }

    /** The mail server's last reply code about the letter; 0 if there was none. */
    int replyCode(LetterKey key) {
        return about(key, "select reply_code from letter" + KEY).query(Integer.class).optional().orElse(0);
    }

    List<Letter> of(GuestId guest) {
        return jdbc.sql("select * from letter where guest_id = :guest order by queued_at desc, ordinal desc")
                .param("guest", guest.value()).query(DispatchLog::letter).list();
    }

    /** Drops what waits for the guest; news for the inviter stays. */
    void dropWaiting(GuestId guest) {
        jdbc.sql("""
                update letter set state = 'DROPPED', changed_at = :now
                where guest_id = :guest and state in ('QUEUED', 'SENDING', 'GIVEN_UP')
                  and purpose in ('INVITATION', 'REMINDER', 'PASSCODE')""")
                .param("guest", guest.value()).param("now", timestamp(clock.instant())).update();
    }

    /** A guest who signs in every day would have a thousand of them after three years. */
    @Scheduled(fixedDelayString = "PT1H")
    void deleteOldCodes() {
        jdbc.sql("delete from letter where purpose = 'PASSCODE' and queued_at < :before")
                .param("before", timestamp(clock.instant().minus(CODES_ARE_KEPT))).update();
    }

    private JdbcClient.StatementSpec about(LetterKey key, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("subject", key.subject()).param("purpose", key.purpose().name())
                .param("ordinal", key.ordinal());
        return sql.contains(":now") ? statement.param("now", timestamp(clock.instant())) : statement;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        var key = new LetterKey(row.getObject("subject", UUID.class), LetterPurpose.valueOf(row.getString("purpose")),
                row.getInt("ordinal"));
        return new Letter(key, new GuestId(row.getObject("guest_id", UUID.class)), LetterState.valueOf(row.getString("state")),
                row.getString("recipient"), row.getInt("tries"), instant(row, "queued_at"), instant(row, "changed_at"),
                row.getString("server_answer"));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
