package io.guestflow.directory;

import io.guestflow.guest.Actor;
import io.guestflow.guest.AuditActivity;
import io.guestflow.guest.AuditTrail;
import io.guestflow.guest.Caller;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.NewId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit trail as rows that nothing changes or deletes. */
@Repository
class SqlAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Clock clock;

    SqlAuditTrail(JdbcClient jdbc, Caller caller, Clock clock) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public void record(AuditActivity activity, GuestId target, String detail) {
        add(activity, target.value(), null, detail);
    }

    @Override
    public void record(AuditActivity activity, UUID user, UUID object) {
        add(activity, user, object, null);
    }

    private void add(AuditActivity activity, UUID target, UUID object, String detail) {
        Actor actor = caller.current();
        jdbc.sql("""
                insert into audit_entry (id, at, activity, actor, actor_kind, target_id, object_id, detail)
                values (:id, :at, :activity, :actor, :kind, :target, :object, :detail)""")
                .param("id", NewId.next()).param("at", GuestRow.timestamp(clock.instant())).param("activity", activity.title())
                .param("actor", actor.name()).param("kind", actor.kind().name()).param("target", target).param("object", object)
                .param("detail", detail).update();
    }
}
