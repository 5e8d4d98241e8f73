package io.guestflow.directory;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestRegister;
import io.guestflow.guest.GuestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of guests by keyset: the cost of a page does not grow with its number. */
@Repository
class SqlGuestRegister implements GuestRegister {

    private final JdbcClient jdbc;

    SqlGuestRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page find(Criteria criteria) {
        var parameters = new HashMap<String, Object>();
        String sql = "select u.id, u.display_name, u.mail, u.state, u.created_at, u.address_rejected from directory_user u where u.user_type = 'Guest'"
                + conditions(criteria, parameters) + " order by u.created_at desc, u.id desc limit " + (criteria.limit() + 1);
        List<Entry> found = jdbc.sql(sql).params(parameters).query(SqlGuestRegister::entry).list();
        if (found.size() <= criteria.limit()) {
            return new Page(found, null);
        }
        Entry last = found.get(criteria.limit() - 1);
        return new Page(found.subList(0, criteria.limit()), new Cursor(last.createdAt(), last.id().value()));
    }

    private static String conditions(Criteria criteria, Map<String, Object> parameters) {
        var sql = new StringBuilder();
        if (criteria.state() == null) {
            sql.append(" and u.state <> 'REMOVED'");
        } else {
            sql.append(" and u.state = :state");
            parameters.put("state", criteria.state().name());
        }
        if (criteria.text() != null) {
            sql.append(" and (lower(u.display_name) like :text escape '!' or u.mail_key like :text escape '!')");
            parameters.put("text", "%" + criteria.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (criteria.inviter() != null) {
            sql.append(" and exists (select 1 from invitation i where i.id = u.invitation_id and i.inviter_id = :inviter)");
            parameters.put("inviter", criteria.inviter());
        }
        if (criteria.after() != null) {
            sql.append(" and (u.created_at, u.id) < (:createdAt, :id)");
            parameters.put("createdAt", GuestRow.timestamp(criteria.after().createdAt()));
            parameters.put("id", criteria.after().id());
        }
        return sql.toString();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String name = row.getString("display_name");
        return new Entry(new GuestId(row.getObject("id", UUID.class)), name == null ? row.getString("mail") : name, row.getString("mail"),
                GuestState.valueOf(row.getString("state")), GuestRow.instant(row, "created_at"), row.getBoolean("address_rejected"));
    }
}
