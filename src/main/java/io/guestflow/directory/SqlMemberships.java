package io.guestflow.directory;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Memberships;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups, directory roles and apps of users; table and column names come from {@link Kind} only. */
@Repository
class SqlMemberships {

    private final JdbcClient jdbc;

    SqlMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private enum Kind {
        GROUP("group_member", "group_id", "user_id", "directory_group"),
        ROLE("role_member", "role_id", "user_id", "directory_role"),
        APP("app_assignment", "app_id", "principal_id", "app");

        private final String table;
        private final String target;
        private final String user;
        private final String of;

        Kind(String table, String target, String user, String of) {
            this.table = table;
            this.target = target;
            this.user = user;
            this.of = of;
        }
    }

    Set<UUID> unknown(String table, Set<UUID> ids) {
        var unknown = new HashSet<>(ids);
        if (!ids.isEmpty()) {
            unknown.removeAll(jdbc.sql("select id from " + table + " where id in (:ids)").param("ids", ids).query(UUID.class).set());
        }
        return unknown;
    }

    Memberships of(GuestId id) {
        return new Memberships(of(Kind.GROUP, id), of(Kind.ROLE, id), of(Kind.APP, id));
    }

    Memberships join(GuestId id, Memberships wanted) {
        return new Memberships(join(Kind.GROUP, id, wanted.groups()), join(Kind.ROLE, id, wanted.roles()), join(Kind.APP, id, wanted.apps()));
    }

    void leaveAll(GuestId id) {
        for (Kind kind : Kind.values()) {
            jdbc.sql("insert into remembered_membership (user_id, kind, target_id) select %2$s, '%4$s', %1$s from %3$s where %2$s = :id"
                    .formatted(kind.target, kind.user, kind.table, kind)).param("id", id.value()).update();
            jdbc.sql("delete from %s where %s = :id".formatted(kind.table, kind.user)).param("id", id.value()).update();
        }
    }

    Memberships takeRemembered(GuestId id) {
        var remembered = new Memberships(remembered(Kind.GROUP, id), remembered(Kind.ROLE, id), remembered(Kind.APP, id));
        jdbc.sql("delete from remembered_membership where user_id = :id").param("id", id.value()).update();
        return remembered;
    }

    private Set<UUID> of(Kind kind, GuestId id) {
        return jdbc.sql("select %s from %s where %s = :id".formatted(kind.target, kind.table, kind.user))
                .param("id", id.value()).query(UUID.class).set();
    }

    private Set<UUID> join(Kind kind, GuestId id, Set<UUID> wanted) {
        Set<UUID> gone = unknown(kind.of, wanted);
        Set<UUID> joined = of(kind, id);
        wanted.stream().filter(target -> !gone.contains(target) && !joined.contains(target)).forEach(target ->
                jdbc.sql("insert into %s (%s, %s) values (:target, :id)".formatted(kind.table, kind.target, kind.user))
                        .param("target", target).param("id", id.value()).update());
        return gone;
    }

    private Set<UUID> remembered(Kind kind, GuestId id) {
        return jdbc.sql("select target_id from remembered_membership where user_id = :id and kind = :kind")
                .param("id", id.value()).param("kind", kind.name()).query(UUID.class).stream().collect(Collectors.toSet());
    }
}
