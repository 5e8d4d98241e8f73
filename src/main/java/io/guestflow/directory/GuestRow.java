package io.guestflow.directory;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.InvitationStatus;
import io.guestflow.guest.Removal;
import io.guestflow.guest.RemovalReason;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Turns a row into a guest with its newest invitation, and back. */
final class GuestRow {

    /** What {@link #map} reads, of the user {@code u} and the invitation {@code i}. */
    static final String COLUMNS = """
            u.id, u.mail, u.display_name, u.state, u.state_changed_at, u.created_at, u.removal_reason, u.removal_note, u.removed_by,
              u.state_before_removal, u.removed_at, u.purge_after, u.new_invitation_asked_at, u.in_charge, u.address_rejected,
              u.account_enabled, u.version, i.id as invitation_id, i.status, i.generation, i.letter_number, i.inviter_id, i.client_id,
              i.message, i.redirect_url, i.cc, i.language, i.valid_seconds, i.created_at as invited_at, i.expires_at""";
    static final String SELECT = "select " + COLUMNS + " from directory_user u join invitation i on i.id = u.invitation_id";
    /** Members too, as rows without an invitation, which {@link #map} does not read. */
    static final String SELECT_ANYBODY = SELECT.replace(" join invitation", " left join invitation");

    static final String INSERT = """
            insert into directory_user (id, user_type, mail, mail_key, display_name, state, state_changed_at, created_at,
              invitation_id, in_charge, address_rejected, version, user_principal_name)
            values (:id, 'Guest', :mail, :mailKey, :displayName, :state, :stateChangedAt, :createdAt, :invitation, :inCharge, false, 0,
              case when exists (select 1 from directory_user where user_principal_name = :principalName)
                then cast(:otherPrincipalName as varchar(400)) else cast(:principalName as varchar(400)) end)""";

    static final String UPDATE = """
            update directory_user set mail = :mail, mail_key = :mailKey, state = :state, state_changed_at = :stateChangedAt,
              invitation_id = :invitation, in_charge = :inCharge, address_rejected = :addressRejected, removal_reason = :removalReason,
              removal_note = :removalNote, removed_by = :removedBy, state_before_removal = :stateBefore, removed_at = :removedAt,
              purge_after = :purgeAfter, new_invitation_asked_at = :askedAt, version = version + 1
            where id = :id and version = :version""";

    private GuestRow() {
    }

    static Guest map(ResultSet row, int number) throws SQLException {
        return new Guest(new GuestId(row.getObject("id", UUID.class)), new EmailAddress(row.getString("mail")),
                row.getString("display_name"), GuestState.valueOf(row.getString("state")), instant(row, "state_changed_at"),
                instant(row, "created_at"), invitation(row), removal(row), row.getString("in_charge"),
                row.getBoolean("address_rejected"), !row.getBoolean("account_enabled"), row.getInt("version"));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        String redirect = row.getString("redirect_url");
        return new Invitation(row.getObject("invitation_id", UUID.class), InvitationStatus.valueOf(row.getString("status")),
                row.getInt("generation"), row.getInt("letter_number"), row.getObject("inviter_id", UUID.class), row.getString("client_id"),
                row.getString("message"), redirect == null ? null : URI.create(redirect), addresses(row.getString("cc")),
                Locale.forLanguageTag(row.getString("language")), Duration.ofSeconds(row.getLong("valid_seconds")),
                instant(row, "invited_at"), instant(row, "expires_at"));
    }

    private static Removal removal(ResultSet row) throws SQLException {
        String reason = row.getString("removal_reason");
        return reason == null ? null : new Removal(RemovalReason.valueOf(reason), row.getString("removal_note"),
                row.getString("removed_by"), GuestState.valueOf(row.getString("state_before_removal")), instant(row, "removed_at"),
                instant(row, "purge_after"), instant(row, "new_invitation_asked_at"));
    }

    private static List<EmailAddress> addresses(String lines) {
        return lines == null ? List.of() : Stream.of(lines.split("\n")).map(EmailAddress::new).toList();
    }

    static Map<String, Object> columns(Guest guest) {
        var columns = new HashMap<String, Object>();
        columns.put("id", guest.id().value());
        columns.put("mail", guest.address().value());
        columns.put("mailKey", guest.address().key());
        columns.put("displayName", guest.name());
        columns.put("state", guest.state().name());
        columns.put("stateChangedAt", timestamp(guest.stateChangedAt()));
        columns.put("createdAt", timestamp(guest.createdAt()));
        columns.put("invitation", guest.invitation().id());
        columns.put("inCharge", guest.inCharge());
        columns.put("addressRejected", guest.addressRejected());
        columns.put("version", guest.version());
        putRemoval(columns, guest.removal());
        return columns;
    }

    private static void putRemoval(Map<String, Object> columns, Removal removal) {
        columns.put("removalReason", removal == null ? null : removal.reason().name());
        columns.put("removalNote", removal == null ? null : removal.note());
        columns.put("removedBy", removal == null ? null : removal.removedBy());
        columns.put("stateBefore", removal == null ? null : removal.stateBefore().name());
        columns.put("removedAt", removal == null ? null : timestamp(removal.removedAt()));
        columns.put("purgeAfter", removal == null ? null : timestamp(removal.purgeAfter()));
        columns.put("askedAt", removal == null ? null : timestamp(removal.newInvitationAskedAt()));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
