package io.guestflow.guest;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings removed guests back, and notes who of them asks for it. */
@Service
@Transactional
public class Restorations {

    private final Directory directory;
    private final Enrolments enrolments;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Clock clock;

    Restorations(Directory directory, Enrolments enrolments, Onboarding onboarding, AuditTrail audit, Clock clock) {
        this.directory = directory;
        this.enrolments = enrolments;
        this.onboarding = onboarding;
        this.audit = audit;
        this.clock = clock;
    }

    /** Brings back an active guest with its memberships; any other guest gets a fresh onboarding. */
    public void restore(GuestId id, String processInstance) {
        Guest guest = directory.find(id).orElseThrow(() -> new NotAllowed(id, "is unknown")).requireInCharge(processInstance);
        Memberships kept = directory.takeRemembered(id);
        audit.record(AuditActivity.RESTORE_USER, id, null);
        if (guest.removal().stateBefore() == GuestState.ACTIVE) {
            directory.update(guest.restored(clock.instant()));
        } else {
            directory.update(guest.released());
            onboarding.invite(requestFor(guest));
        }
        enrolments.join(id, kept);
    }

    /** Notes that the holder of a dead link asks for a new invitation. @return false if that was noted before */
    public boolean askForNewInvitation(GuestId id) {
        Guest guest = directory.lock(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
        if (guest.state() == GuestState.PENDING && guest.invitation().isExpired(clock.instant())) {
            onboarding.remove(id, RemovalReason.EXPIRED, null);
            guest = directory.find(id).orElseThrow();
        }
        if (guest.state() != GuestState.REMOVED || guest.removal().newInvitationAskedAt() != null) {
            return false;
        }
        Guest asking = guest.askedForNewInvitation(clock.instant());
        directory.update(asking);
        audit.record(AuditActivity.ASK_AGAIN, id, null);
        onboarding.newInvitationAskedFor(asking);
        return true;
    }

    /** Without the memberships, which are given back whatever became of them meanwhile; an invitation would refuse what is gone. */
    private static InvitationRequest requestFor(Guest guest) {
        Invitation old = guest.invitation();
        boolean letter = old.letterNumber() > 0 || guest.removal().newInvitationAskedAt() != null;
        return new InvitationRequest(guest.name(), guest.address().value(), old.message(), null, null, letter,
                old.redirectUrl() == null ? null : old.redirectUrl().toString(),
                old.cc().stream().map(EmailAddress::value).toList(), old.language().toLanguageTag(), null, null, null);
    }
}
