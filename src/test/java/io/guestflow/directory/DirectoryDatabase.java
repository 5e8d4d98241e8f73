package io.guestflow.directory;

import io.guestflow.guest.TestGuests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An empty directory of its own, to which users are added as a test needs them. */
class DirectoryDatabase {

    static final PrincipalNames NAMES = new PrincipalNames(TestGuests.settings());

    private final AtomicInteger statements = new AtomicInteger();
    private final JdbcClient jdbc;

    DirectoryDatabase() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var scripts = new ResourceDatabasePopulator();
        Stream.of("common/V2__directory", "common/V4__letters", "common/V5__users", "h2/V7__list_keys", "common/V7_1__lists")
                .forEach(script -> scripts.addScript(new ClassPathResource("db/migration/" + script + ".sql")));
        scripts.execute(database);
        jdbc = JdbcClient.create(counted(database));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** How many statements were sent since the last time somebody asked. */
    int statements() {
        return statements.getAndSet(0);
    }

    UUID guest(String mail) {
        return guest(mail, null, "PENDING", TestGuests.NOW);
    }

    UUID guest(String mail, String name, String state, Instant createdAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into directory_user (id, user_type, mail, mail_key, display_name, state, state_changed_at, created_at, user_principal_name)
                values (:id, 'Guest', :mail, lower(:mail), :name, :state, :at, :at, :principal)""").param("id", id).param("mail", mail)
                .param("name", name).param("state", state).param("at", GuestRow.timestamp(createdAt))
                .param("principal", mail.toLowerCase().replace('@', '_') + "#EXT#@contoso.example").update();
        return id;
    }

    UUID member(String staffId, String mail) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into directory_user (id, user_type, staff_id, mail, mail_key, display_name, state, state_changed_at, created_at, user_principal_name)
                values (:id, 'Member', :staff, :mail, lower(:mail), :staff, 'ACTIVE', :at, :at, :principal)""").param("id", id)
                .param("staff", staffId).param("mail", mail).param("at", GuestRow.timestamp(TestGuests.NOW))
                .param("principal", staffId.toLowerCase() + "@contoso.example").update();
        return id;
    }

    void set(UUID user, String column, Object value) {
        jdbc.sql("update directory_user set " + column + " = :value where id = :id").param("value", value).param("id", user).update();
    }

    void otherMail(UUID user, String mail) {
        jdbc.sql("insert into other_mail (user_id, mail, mail_key) values (:id, :mail, lower(:mail))").param("id", user).param("mail", mail).update();
    }

    void delete(UUID user) {
        jdbc.sql("delete from directory_user where id = :id").param("id", user).update();
    }

    UUID group(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory_group (id, display_name) values (:id, :name)").param("id", id).param("name", name).update();
        return id;
    }

    void join(UUID group, UUID user) {
        jdbc.sql("insert into group_member (group_id, user_id) values (:group, :user)").param("group", group).param("user", user).update();
    }

    /** Outside of transactions each statement takes a connection. */
    private DataSource counted(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                statements.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
