package io.guestflow.directory;

import io.guestflow.guest.Actor;
import io.guestflow.guest.AuditActivity;
import io.guestflow.guest.AuditEntry;
import io.guestflow.guest.Listing.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The audit trail, newest first. Staff are told by their directory id, under which lists of users show them. */
final class AuditTable {

    private static final String TARGETS = """
            (select e.id as entry_id, e.target_id from audit_entry e where e.target_id is not null
              union all select e.id, e.object_id from audit_entry e where e.object_id is not null) t""";

    static final Table TABLE = new Table("e.id, e.at, e.activity, e.actor, e.actor_kind, e.target_id, e.object_id, e.detail, s.id as staff_member",
            "audit_entry e left join directory_user s on e.actor_kind = 'STAFF' and s.staff_id = e.actor", "1 = 1", "e.id", "id",
            List.of(new Order("activityDateTime", true)),
            Map.of("id", Column.id("e.id", false), "activityDateTime", Column.time("e.at", false),
                    "activityDisplayName", Column.words("e.activity", false, Arrays.stream(AuditActivity.values()).map(AuditActivity::title).toList()),
                    "initiatedBy/user/id", Column.text("case when e.actor_kind = 'GUEST' then e.actor "
                            + "when e.actor_kind = 'STAFF' then coalesce(cast(s.id as varchar(64)), e.actor) end"),
                    "initiatedBy/app/appId", Column.text("case when e.actor_kind = 'APPLICATION' then e.actor end")),
            Map.of("targetResources", new Items(TARGETS, "t.entry_id", Map.of("id", Column.id("t.target_id", false)))));

    private AuditTable() {
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        UUID member = row.getObject("staff_member", UUID.class);
        var actor = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), member == null ? row.getString("actor") : member.toString());
        return new AuditEntry(row.getObject("id", UUID.class), GuestRow.instant(row, "at"), row.getString("activity"), actor,
                row.getObject("target_id", UUID.class), row.getObject("object_id", UUID.class), row.getString("detail"));
    }
}
