package io.guestflow.directory;

import io.guestflow.guest.AddressHolder;
import io.guestflow.guest.ConcurrentChange;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.Memberships;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Guests in SQL: one row of {@code directory_user} each, and one of {@code invitation} for each invitation. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SqlDirectory implements Directory {

    private final JdbcClient jdbc;
    private final SqlInvitations invitations;
    private final SqlMemberships memberships;
    private final SqlSponsors sponsors;
    private final PrincipalNames names;

    SqlDirectory(JdbcClient jdbc, SqlInvitations invitations, SqlMemberships memberships, SqlSponsors sponsors, PrincipalNames names) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.memberships = memberships;
        this.sponsors = sponsors;
        this.names = names;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Guest> find(GuestId id) {
        return jdbc.sql(GuestRow.SELECT + " where u.id = :id").param("id", id.value()).query(GuestRow::map).optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Guest> findByAddress(EmailAddress address) {
        return jdbc.sql(GuestRow.SELECT + " where u.mail_key = :key").param("key", address.key()).query(GuestRow::map).optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<AddressHolder> holderOf(EmailAddress address) {
        return jdbc.sql(GuestRow.SELECT_ANYBODY + """
                 where u.id in (select id from directory_user where mail_key = :key
                  union all select id from directory_user where contact_mail_key = :key and user_type = 'Guest')
                order by case when u.mail_key = :key then 0 else 1 end""").param("key", address.key())
                .query(SqlDirectory::holder).stream().findFirst();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Guest> findByInvitation(UUID invitationId) {
        return jdbc.sql(GuestRow.SELECT + " where u.id = (select guest_id from invitation where id = :invitation)")
                .param("invitation", invitationId).query(GuestRow::map).optional();
    }

    @Override
    public Optional<Guest> lock(GuestId id) {
        return locked(id).or(() -> locked(id));
    }

    /** A member is the one without an invitation. */
    private static AddressHolder holder(ResultSet row, int number) throws SQLException {
        return new AddressHolder(row.getObject("invitation_id") == null ? null : GuestRow.map(row, number));
    }

    /** Finds nothing, too, when the guest got another invitation while this waited; the second look has nobody to wait for. */
    private Optional<Guest> locked(GuestId id) {
        return jdbc.sql(GuestRow.SELECT + " where u.id = :id for update").param("id", id.value()).query(GuestRow::map).optional();
    }

    @Override
    public void add(Guest guest) {
        try {
            jdbc.sql(GuestRow.INSERT).params(GuestRow.columns(guest)).param("principalName", names.of(guest))
                    .param("otherPrincipalName", names.another(guest)).update();
        } catch (DuplicateKeyException sameAddressInTheSameMoment) {
            throw new ConcurrentChange(guest.id());
        }
        invitations.add(guest);
    }

    @Override
    public void update(Guest guest) {
        updateState(guest);
        invitations.write(guest);
    }

    @Override
    public void updateState(Guest guest) {
        int rows = jdbc.sql(GuestRow.UPDATE).params(GuestRow.columns(guest)).update();
        if (rows == 0) {
            throw new ConcurrentChange(guest.id());
        }
    }

    @Override
    public void rename(GuestId id, String name) {
        jdbc.sql("update directory_user set display_name = :name where id = :id").param("name", name).param("id", id.value()).update();
    }

    @Override
    public void purge(GuestId id) {
        jdbc.sql("delete from app_assignment where principal_id = :id").param("id", id.value()).update();
        jdbc.sql("delete from sponsor where sponsor_id = :id").param("id", id.value()).update();
        jdbc.sql("delete from directory_user where id = :id and user_type = 'Guest'").param("id", id.value()).update();
    }

    @Override
    public Set<UUID> unknownGroups(Set<UUID> ids) {
        return memberships.unknown("directory_group", ids);
    }

    @Override
    public Set<UUID> unknownRoles(Set<UUID> ids) {
        return memberships.unknown("directory_role", ids);
    }

    @Override
    public Set<UUID> unknownSponsors(Set<UUID> ids) {
        return sponsors.unknown(ids);
    }

    @Override
    public boolean hasMail(GuestId id, EmailAddress address) {
        return jdbc.sql("""
                select count(*) from directory_user u where u.id = :id and (u.contact_mail_key = :key
                  or exists (select 1 from other_mail o where o.user_id = u.id and o.mail_key = :key))""")
                .param("id", id.value()).param("key", address.key()).query(Integer.class).single() > 0;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Memberships memberships(GuestId id) {
        return memberships.of(id);
    }

    @Override
    public Memberships join(GuestId id, Memberships wanted) {
        return memberships.join(id, wanted);
    }

    @Override
    public void leaveAll(GuestId id) {
        memberships.leaveAll(id);
    }

    @Override
    public Memberships takeRemembered(GuestId id) {
        return memberships.takeRemembered(id);
    }
}
