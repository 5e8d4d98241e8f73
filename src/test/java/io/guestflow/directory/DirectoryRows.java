package io.guestflow.directory;

import io.guestflow.guest.TestGuests;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds to a directory what a test needs, without what leads there. */
public class DirectoryRows {

    private final JdbcClient jdbc;

    public DirectoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    public UUID guest(String mail) {
        return guest(mail, null, "PENDING", TestGuests.NOW);
    }

    public UUID guest(String mail, String name, String state, Instant createdAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into directory_user (id, user_type, mail, mail_key, display_name, state, state_changed_at, created_at, user_principal_name)
                values (:id, 'Guest', :mail, lower(:mail), :name, :state, :at, :at, :principal)""").param("id", id).param("mail", mail)
                .param("name", name).param("state", state).param("at", GuestRow.timestamp(createdAt))
                .param("principal", mail.toLowerCase(Locale.ROOT).replace('@', '_') + "#EXT#@contoso.example").update();
        return id;
    }

    public UUID member(String staffId, String mail) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into directory_user (id, user_type, staff_id, mail, mail_key, display_name, state, state_changed_at, created_at, user_principal_name)
                values (:id, 'Member', :staff, :mail, lower(:mail), :staff, 'ACTIVE', :at, :at, :principal)""").param("id", id)
                .param("staff", staffId).param("mail", mail).param("at", GuestRow.timestamp(TestGuests.NOW))
                .param("principal", staffId.toLowerCase(Locale.ROOT) + "@contoso.example").update();
        return id;
    }

    public void set(UUID user, String column, Object value) {
        jdbc.sql("update directory_user set " + column + " = :value where id = :id").param("value", value).param("id", user).update();
    }

    public void otherMail(UUID user, String mail) {
        jdbc.sql("insert into other_mail (user_id, mail, mail_key) values (:id, :mail, lower(:mail))").param("id", user).param("mail", mail).update();
    }

    public void delete(UUID user) {
        jdbc.sql("delete from directory_user where id = :id").param("id", user).update();
    }

    public UUID group(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory_group (id, display_name) values (:id, :name)").param("id", id).param("name", name).update();
        return id;
    }

    public void join(UUID group, UUID user) {
        jdbc.sql("insert into group_member (group_id, user_id) values (:group, :user)").param("group", group).param("user", user).update();
    }

    public void sponsor(UUID user, UUID sponsor) {
        jdbc.sql("insert into sponsor (user_id, sponsor_id) values (:user, :sponsor)").param("user", user).param("sponsor", sponsor).update();
    }

    public UUID role(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory_role (id, display_name) values (:id, :name)").param("id", id).param("name", name).update();
        return id;
    }

    public void give(UUID role, UUID user) {
        jdbc.sql("insert into role_member (role_id, user_id) values (:role, :user)").param("role", role).param("user", user).update();
    }

    public UUID app(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into app (id, display_name, url) values (:id, :name, 'https://app.contoso.example/')").param("id", id).param("name", name).update();
        return id;
    }

    public void assign(UUID app, UUID principal) {
        jdbc.sql("insert into app_assignment (app_id, principal_id) values (:app, :principal)").param("app", app).param("principal", principal).update();
    }

    public UUID happened(String activity, String actorKind, String actor, UUID target, UUID object, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into audit_entry (id, at, activity, actor, actor_kind, target_id, object_id, detail)
                values (:id, :at, :activity, :actor, :kind, :target, :object, 'by the way')""").param("id", id).param("at", GuestRow.timestamp(at))
                .param("activity", activity).param("actor", actor).param("kind", actorKind).param("target", target).param("object", object).update();
        return id;
    }

    public UUID invitation(UUID guest, String status, UUID inviter, Instant createdAt, Instant expiresAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into invitation (id, guest_id, status, generation, letter_number, inviter_id, language, created_at, expires_at)
                values (:id, :guest, :status, 1, 1, :inviter, 'en', :createdAt, :expiresAt)""").param("id", id).param("guest", guest)
                .param("status", status).param("inviter", inviter).param("createdAt", GuestRow.timestamp(createdAt))
                .param("expiresAt", GuestRow.timestamp(expiresAt)).update();
        return id;
    }

    public void byProgram(UUID invitation, String client) {
        jdbc.sql("update invitation set client_id = :client where id = :id").param("client", client).param("id", invitation).update();
    }
}
