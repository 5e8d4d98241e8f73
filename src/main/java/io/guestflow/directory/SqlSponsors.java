package io.guestflow.directory;

import io.guestflow.guest.Sponsors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users and groups who answer for a guest. */
@Repository
class SqlSponsors implements Sponsors {

    private final JdbcClient jdbc;

    SqlSponsors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> unknown(Set<UUID> ids) {
        var unknown = new HashSet<>(ids);
        if (!ids.isEmpty()) {
            unknown.removeAll(jdbc.sql("""
                    select id from directory_user where id in (:ids) and state <> 'REMOVED'
                    union all select id from directory_group where id in (:ids)""").param("ids", ids).query(UUID.class).set());
        }
        return unknown;
    }

    @Override
    public Set<UUID> of(UUID user) {
        return jdbc.sql("""
                select s.sponsor_id from sponsor s left join directory_user u on u.id = s.sponsor_id
                where s.user_id = :user and (u.id is null or u.state <> 'REMOVED')""").param("user", user).query(UUID.class).set();
    }

    @Override
    public List<String> names(UUID user) {
        return jdbc.sql("""
                select coalesce(u.display_name, u.mail, g.display_name) as name from sponsor s
                  left join directory_user u on u.id = s.sponsor_id and u.state <> 'REMOVED'
                  left join directory_group g on g.id = s.sponsor_id
                where s.user_id = :user and (u.id is not null or g.id is not null) order by name""")
                .param("user", user).query(String.class).list();
    }

    @Override
    public void add(UUID user, UUID sponsor) {
        jdbc.sql("insert into sponsor (user_id, sponsor_id) values (:user, :sponsor)").param("user", user).param("sponsor", sponsor).update();
    }

    @Override
    public boolean remove(UUID user, UUID sponsor) {
        return jdbc.sql("delete from sponsor where user_id = :user and sponsor_id = :sponsor").param("user", user).param("sponsor", sponsor)
                .update() > 0;
    }
}
