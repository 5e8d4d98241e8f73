package io.guestflow.guest;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives a guest memberships and sponsors. */
@Component
class Enrolments {

    private final Directory directory;
    private final Sponsors sponsors;
    private final AuditTrail audit;

    Enrolments(Directory directory, Sponsors sponsors, AuditTrail audit) {
        this.directory = directory;
        this.sponsors = sponsors;
        this.audit = audit;
    }

    /** Groups, roles and apps that were deleted meanwhile are skipped, and the audit trail says so. */
    void join(GuestId id, Memberships memberships) {
        Memberships skipped = directory.join(id, memberships);
        if (!skipped.isEmpty()) {
            audit.record(AuditActivity.SKIP_MEMBERSHIP, id, skipped.size() + " skipped");
        }
    }

    /** Whoever is a sponsor already stays one. @throws Refused if the guest would have more than five */
    void sponsor(GuestId id, Set<UUID> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<UUID> present = sponsors.of(id.value());
        List<UUID> added = wanted.stream().filter(sponsor -> !present.contains(sponsor)).toList();
        if (present.size() + added.size() > InvitationChoices.MOST_SPONSORS) {
            throw new Refused("sponsors", "too-many-sponsors", "A guest has at most 5 sponsors.");
        }
        added.forEach(sponsor -> {
            sponsors.add(id.value(), sponsor);
            audit.record(AuditActivity.ADD_SPONSOR, id.value(), sponsor);
        });
    }
}
