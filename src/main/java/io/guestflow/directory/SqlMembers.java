package io.guestflow.directory;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.NewId;
import io.guestflow.guest.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The staff as rows of {@code directory_user}, beside the guests. */
@Repository
@Transactional
class SqlMembers implements Members {

    private static final String SELECT = "select id, staff_id, display_name, mail from directory_user where user_type = 'Member' and ";

    private final JdbcClient jdbc;
    private final PrincipalNames names;
    private final Clock clock;

    SqlMembers(JdbcClient jdbc, PrincipalNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public UUID mirror(StaffMember member) {
        Optional<Member> known = findByStaffId(member.staffId());
        if (known.isEmpty()) {
            return add(member);
        }
        jdbc.sql("update directory_user set display_name = :name, mail = :mail, mail_key = :key where id = :id")
                .param("name", member.displayName()).param("mail", member.mail()).param("key", freeKey(member, known.get().id()))
                .param("id", known.get().id()).update();
        return known.get().id();
    }

    @Override
    public Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + "id = :id").param("id", id).query(SqlMembers::member).optional();
    }

    @Override
    public Optional<Member> findByStaffId(String staffId) {
        return jdbc.sql(SELECT + "staff_id = :staffId").param("staffId", staffId).query(SqlMembers::member).optional();
    }

    @Override
    public boolean haveAddress(EmailAddress address) {
        return jdbc.sql(SELECT + "mail_key = :key").param("key", address.key()).query(SqlMembers::member).optional().isPresent();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(row.getObject("id", UUID.class), row.getString("staff_id"), row.getString("display_name"), row.getString("mail"));
    }

    private UUID add(StaffMember member) {
        UUID id = NewId.next();
        jdbc.sql("""
                insert into directory_user (id, user_type, staff_id, mail, mail_key, display_name, state, state_changed_at, created_at,
                  user_principal_name)
                values (:id, 'Member', :staffId, :mail, :key, :name, 'ACTIVE', :now, :now, :principalName)""")
                .param("principalName", freeName(member))
                .param("id", id).param("staffId", member.staffId()).param("mail", member.mail()).param("key", freeKey(member, id))
                .param("name", member.displayName()).param("now", GuestRow.timestamp(clock.instant())).update();
        return id;
    }

    /** Staff ids that differ in upper and lower case only are two members, but would be one name. */
    private String freeName(StaffMember member) {
        String name = names.of(member);
        boolean taken = jdbc.sql("select count(*) from directory_user where user_principal_name = :name").param("name", name)
                .query(Integer.class).single() > 0;
        return taken ? UUID.randomUUID().toString().substring(0, 8) + "_" + name : name;
    }

    /** The key of the member's address, or null if there is none or a guest has it: one address belongs to one user. */
    private String freeKey(StaffMember member, UUID id) {
        if (member.mail() == null || member.mail().isBlank()) {
            return null;
        }
        String key = new EmailAddress(member.mail().strip()).key();
        boolean taken = jdbc.sql("select count(*) from directory_user where mail_key = :key and id <> :id")
                .param("key", key).param("id", id).query(Integer.class).single() > 0;
        return taken ? null : key;
    }
}
