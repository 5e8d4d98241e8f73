package io.guestflow.directory;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.MemberLists;
import io.guestflow.guest.Memberships;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups, directory roles and apps of users; table and column names come from {@link Table} only. */
@Repository
class SqlMemberships {

    private final JdbcClient jdbc;

    SqlMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Table {
        GROUP("group_member", "group_id", "user_id", "directory_group"),
        ROLE("role_member", "role_id", "user_id", "directory_role"),
        APP("app_assignment", "app_id", "principal_id", "app");

        private final String table;
        private final String target;
        private final String user;
        private final String of;

        Table(String table, String target, String user, String of) {
            this.table = table;
            this.target = target;
            this.user = user;
            this.of = of;
        }

        static Table of(MemberLists.Kind kind) {
            return valueOf(kind.name());
        }

        /** One membership, of {@code :member} in {@code :target}. */
        String entry() {
            return "%s where %s = :target and %s = :member".formatted(table, target, user);
        }

        String insertion() {
            return "insert into %s (%s, %s) values (:target, :member)".formatted(table, target, user);
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
        return new Memberships(of(Table.GROUP, id), of(Table.ROLE, id), of(Table.APP, id));
    }

    Memberships join(GuestId id, Memberships wanted) {
        return new Memberships(join(Table.GROUP, id, wanted.groups()), join(Table.ROLE, id, wanted.roles()), join(Table.APP, id, wanted.apps()));
    }

    void leaveAll(GuestId id) {
        for (Table kind : Table.values()) {
            jdbc.sql("insert into remembered_membership (user_id, kind, target_id) select %2$s, '%4$s', %1$s from %3$s where %2$s = :id"
                    .formatted(kind.target, kind.user, kind.table, kind)).param("id", id.value()).update();
            jdbc.sql("delete from %s where %s = :id".formatted(kind.table, kind.user)).param("id", id.value()).update();
        }
    }

    Memberships takeRemembered(GuestId id) {
        var remembered = new Memberships(remembered(Table.GROUP, id), remembered(Table.ROLE, id), remembered(Table.APP, id));
        jdbc.sql("delete from remembered_membership where user_id = :id").param("id", id.value()).update();
        return remembered;
    }

    private Set<UUID> of(Table kind, GuestId id) {
        return jdbc.sql("select %s from %s where %s = :id".formatted(kind.target, kind.table, kind.user))
                .param("id", id.value()).query(UUID.class).set();
    }

    private Set<UUID> join(Table kind, GuestId id, Set<UUID> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        Set<UUID> gone = unknown(kind.of, wanted);
        Set<UUID> joined = of(kind, id);
        wanted.stream().filter(target -> !gone.contains(target) && !joined.contains(target)).forEach(target ->
                jdbc.sql(kind.insertion()).param("target", target).param("member", id.value()).update());
        return gone;
    }

    private Set<UUID> remembered(Table kind, GuestId id) {
        return jdbc.sql("select target_id from remembered_membership where user_id = :id and kind = :kind")
                .param("id", id.value()).param("kind", kind.name()).query(UUID.class).stream().collect(Collectors.toSet());
    }
}
