package io.guestflow.guest;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes guests out of the directory, and forgets them. */
@Service
@Transactional
public class Removals {

    private final Directory directory;
    private final SignIns signIns;
    private final Letters letters;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Caller caller;
    private final Settings settings;
    private final Clock clock;

    Removals(Directory directory, SignIns signIns, Letters letters, Onboarding onboarding, AuditTrail audit, Caller caller,
             Settings settings, Clock clock) {
        this.directory = directory;
        this.signIns = signIns;
        this.letters = letters;
        this.onboarding = onboarding;
        this.audit = audit;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts the removal of a guest, whoever wants it. */
    public void start(GuestId id, RemovalReason reason, String note) {
        onboarding.remove(id, reason, note);
    }

    /** Restores or purges a removed guest. @throws NotAllowed if its removal is not waiting for that */
    public void decide(GuestId id, boolean restore) {
        onboarding.decideRemoval(existing(id), restore);
    }

    /**
     * Starts the removal of a guest whose onboarding ends, and so lets go of them. An expiry whose timer comes too early, because
     * somebody has moved the date meanwhile, is put off.
     *
     * @throws NotAllowed if this process instance is not in charge, the guest's state does not fit the reason, or the invitation has not expired
     */
    public void request(GuestId id, RemovalReason reason, String processInstance) {
        Guest guest = existing(id).requireInCharge(processInstance);
        if (reason == RemovalReason.EXPIRED && !guest.invitation().isExpired(clock.instant())) {
            onboarding.postponeExpiry(guest);
            throw new NotAllowed(id, "has not expired");
        }
        directory.update(guest.released());
        letters.dropWaiting(id);
        onboarding.remove(id, reason, null);
    }

    /**
     * Ends memberships, passcodes and sessions, marks the guest as removed, tells a running onboarding, and reads back that
     * nothing is left.
     *
     * @param processInstance takes charge of the guest
     * @throws NotAllowed if the guest's state does not fit the reason
     */
    public void remove(GuestId id, RemovalReason reason, String note, String processInstance) {
        Guest guest = directory.lock(id).orElseThrow(() -> new Refused("guest", "unknown-guest", "There is no such guest."));
        if (guest.state() == GuestState.REMOVED) {
            throw new Refused("guest", "already-removed", "This guest is removed already.");
        }
        if (reason == RemovalReason.LEFT && caller.current().kind() != Actor.Kind.GUEST && caller.current() != Actor.SYSTEM) {
            throw new NotAllowed(id, "can only leave by itself");
        }
        Instant now = clock.instant();
        String remover = caller.current().name();
        var removal = new Removal(reason, note, remover, guest.state(), now, now.plus(settings.removal().retention()), null);
        directory.update(guest.removed(removal, processInstance, now));
        directory.leaveAll(id);
        signIns.revokeAll(id);
        requireNothingLeft(id);
        audit.record(AuditActivity.DELETE_USER, id, reason.name());
        if (guest.inCharge() != null && guest.state() != GuestState.ACTIVE) {
            onboarding.guestRemoved(guest.inCharge());
        }
    }

    /** Drops what the ended onboarding had not sent yet. @throws NotAllowed unless the guest is removed */
    public void revokeInvitation(GuestId id) {
        Guest guest = existing(id);
        if (guest.state() != GuestState.REMOVED) {
            throw new NotAllowed(id, "is not removed, so its invitation stays");
        }
        letters.dropWaiting(id);
    }

    /** Forgets everything personal about a removed guest; the audit trail keeps ids. */
    public void purge(GuestId id, String processInstance) {
        Guest guest = existing(id).requireInCharge(processInstance);
        if (guest.state() != GuestState.REMOVED) {
            throw new NotAllowed(id, "is not removed, so it cannot be purged");
        }
        directory.purge(id);
        audit.record(AuditActivity.HARD_DELETE_USER, id, null);
    }

    private void requireNothingLeft(GuestId id) {
        if (!directory.memberships(id).isEmpty() || signIns.anyLeft(id)) {
            throw new IllegalStateException("Guest " + id + " still has memberships or sign-ins after the removal.");
        }
    }

    private Guest existing(GuestId id) {
        return directory.find(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }
}
