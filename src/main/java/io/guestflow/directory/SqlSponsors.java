package io.guestflow.directory;

import io.guestflow.guest.GuestId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users and groups who answer for a guest. */
@Repository
class SqlSponsors {

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

    Set<UUID> add(GuestId id, Set<UUID> sponsors) {
        if (sponsors.isEmpty()) {
            return Set.of();
        }
        var added = new HashSet<>(sponsors);
        added.removeAll(of(id));
        added.forEach(sponsor -> jdbc.sql("insert into sponsor (user_id, sponsor_id) values (:user, :sponsor)")
                .param("user", id.value()).param("sponsor", sponsor).update());
        return added;
    }

    private Set<UUID> of(GuestId id) {
        return jdbc.sql("select sponsor_id from sponsor where user_id = :user").param("user", id.value()).query(UUID.class).set();
    }
}
