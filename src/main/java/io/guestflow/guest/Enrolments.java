package io.guestflow.guest;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives a guest memberships and sponsors. */
@Component
class Enrolments {

    private final Directory directory;
    private final AuditTrail audit;

    Enrolments(Directory directory, AuditTrail audit) {
        this.directory = directory;
        this.audit = audit;
    }

    /** Groups, roles and apps that were deleted meanwhile are skipped, and the audit trail says so. */
    void join(GuestId id, Memberships memberships) {
        Memberships skipped = directory.join(id, memberships);
        if (!skipped.isEmpty()) {
            audit.record(AuditActivity.SKIP_MEMBERSHIP, id, skipped.size() + " skipped");
        }
    }

    void sponsor(GuestId id, Set<UUID> sponsors) {
        directory.addSponsors(id, sponsors).forEach(sponsor -> audit.record(AuditActivity.ADD_SPONSOR, id.value(), sponsor));
    }
}
