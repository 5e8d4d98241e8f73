package io.guestflow.directory;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations of guests, newest and former. */
@Repository
class SqlInvitations {

    private final JdbcClient jdbc;

    SqlInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Guest guest) {
        Invitation invitation = guest.invitation();
        jdbc.sql("""
                insert into invitation (id, guest_id, status, generation, letter_number, inviter_id, client_id, message, redirect_url, cc, language,
                  valid_seconds, created_at, expires_at)
                values (:id, :guest, :status, :generation, :letterNumber, :inviter, :client, :message, :redirectUrl, :cc, :language,
                  :validSeconds, :createdAt, :expiresAt)""")
                .params(columns(invitation)).param("guest", guest.id().value()).param("inviter", invitation.inviter())
                .param("client", invitation.client()).param("createdAt", GuestRow.timestamp(invitation.createdAt())).update();
    }

    /** Writes what can change about the newest invitation, or adds it when it is new. */
    void write(Guest guest) {
        Invitation invitation = guest.invitation();
        int rows = jdbc.sql("""
                update invitation set status = :status, generation = :generation, letter_number = :letterNumber, message = :message,
                  redirect_url = :redirectUrl, cc = :cc, language = :language, valid_seconds = :validSeconds, expires_at = :expiresAt
                where id = :id""").params(columns(invitation)).update();
        if (rows == 0) {
            add(guest);
        }
    }

    private static Map<String, Object> columns(Invitation invitation) {
        var columns = new HashMap<String, Object>();
        columns.put("id", invitation.id());
        columns.put("status", invitation.status().name());
        columns.put("generation", invitation.generation());
        columns.put("letterNumber", invitation.letterNumber());
        columns.put("message", invitation.message());
        columns.put("redirectUrl", invitation.redirectUrl() == null ? null : invitation.redirectUrl().toString());
        columns.put("cc", cc(invitation));
        columns.put("language", invitation.language().toLanguageTag());
        columns.put("validSeconds", invitation.validFor().toSeconds());
        columns.put("expiresAt", GuestRow.timestamp(invitation.expiresAt()));
        return columns;
    }

    private static String cc(Invitation invitation) {
        return invitation.cc().isEmpty() ? null : invitation.cc().stream().map(EmailAddress::value).collect(Collectors.joining("\n"));
    }
}
