package io.guestflow.directory;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
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
                insert into invitation (id, guest_id, generation, letter_number, inviter_id, message, redirect_url, cc, language, created_at, expires_at)
                values (:id, :guest, :generation, :letterNumber, :inviter, :message, :redirectUrl, :cc, :language, :createdAt, :expiresAt)""")
                .param("id", invitation.id()).param("guest", guest.id().value()).param("generation", invitation.generation())
                .param("letterNumber", invitation.letterNumber()).param("inviter", invitation.inviter())
                .param("message", invitation.message())
                .param("redirectUrl", invitation.redirectUrl() == null ? null : invitation.redirectUrl().toString())
                .param("cc", cc(invitation)).param("language", invitation.language().toLanguageTag())
                .param("createdAt", GuestRow.timestamp(invitation.createdAt()))
                .param("expiresAt", GuestRow.timestamp(invitation.expiresAt())).update();
    }

    /** Writes what can change about the newest invitation, or adds it when it is new. */
    void write(Guest guest) {
        Invitation invitation = guest.invitation();
        int rows = jdbc.sql("update invitation set generation = :generation, letter_number = :letterNumber, expires_at = :expiresAt where id = :id")
                .param("generation", invitation.generation()).param("letterNumber", invitation.letterNumber())
                .param("expiresAt", GuestRow.timestamp(invitation.expiresAt())).param("id", invitation.id()).update();
        if (rows == 0) {
            add(guest);
        }
    }

    private static String cc(Invitation invitation) {
        return invitation.cc().isEmpty() ? null : invitation.cc().stream().map(EmailAddress::value).collect(Collectors.joining("\n"));
    }
}
