package io.guestflow.directory;

import io.guestflow.guest.AuditActivity;
import io.guestflow.guest.AuditTrail;
import io.guestflow.guest.Caller;
import io.guestflow.guest.GuestId;
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
        jdbc.sql("insert into audit_entry (id, at, activity, actor, target_id, detail) values (:id, :at, :activity, :actor, :target, :detail)")
                .param("id", UUID.randomUUID()).param("at", GuestRow.timestamp(clock.instant())).param("activity", activity.title())
                .param("actor", caller.current().name()).param("target", target.value()).param("detail", detail).update();
    }
}
