package io.guestflow.directory;

import io.guestflow.guest.MemberLists;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Memberships one by one; whoever calls has locked the member, so that nobody adds the same in between. */
@Repository
class SqlMemberLists implements MemberLists {

    private final JdbcClient jdbc;

    SqlMemberLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Kind kind, UUID target, UUID member) {
        var table = SqlMemberships.Table.of(kind);
        boolean belongs = jdbc.sql("select count(*) from " + table.entry()).param("target", target).param("member", member)
                .query(Integer.class).single() > 0;
        if (!belongs) {
            jdbc.sql(table.insertion()).param("target", target).param("member", member).update();
        }
        return !belongs;
    }

    @Override
    public boolean remove(Kind kind, UUID target, UUID member) {
        return jdbc.sql("delete from " + SqlMemberships.Table.of(kind).entry()).param("target", target).param("member", member).update() > 0;
    }
}
