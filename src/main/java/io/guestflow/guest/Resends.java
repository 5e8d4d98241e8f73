package io.guestflow.guest;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the invitation of a pending guest once more. */
@Service
@Transactional
public class Resends {

    /** A repeated invitation within this time sends no second letter. */
    static final Duration LETTER_PAUSE = Duration.ofMinutes(5);

    private final Directory directory;
    private final Letters letters;
    private final Onboarding onboarding;
    private final OwnInvitations own;
    private final AuditTrail audit;
    private final Clock clock;

    Resends(Directory directory, Letters letters, Onboarding onboarding, OwnInvitations own, AuditTrail audit, Clock clock) {
        this.directory = directory;
        this.letters = letters;
        this.onboarding = onboarding;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #repeat}, for whoever chose this guest: inviters may resend only their own invitations. */
    public Resent resend(GuestId id) {
        Guest guest = locked(id);
        own.require(guest);
        return send(guest);
    }

    /**
     * See {@link Resent} for what may become of it.
     *
     * @throws NotAllowed if the guest is not pending
     * @throws Refused    if the guest is blocked, or the mail server has refused the address
     */
    public Resent repeat(GuestId id) {
        return send(locked(id));
    }

    private Resent send(Guest guest) {
        GuestId id = guest.id();
        Guest asking = guest.letterAskedFor(clock.instant());
        if (guest.blocked()) {
            throw new Refused("email", "account-disabled", "This guest's account is disabled; enable it first.");
        }
        if (guest.addressRejected()) {
            throw new Refused("email", "address-rejected", "The mail server refused this guest's address; correct it first.");
        }
        Letter last = letters.find(guest.invitationLetter()).orElse(null);
        if (last != null && last.isWaiting() && onboarding.hastenLetter(guest)) {
            return Resent.HASTENED;
        }
        if (last != null && last.state() == LetterState.SENT && last.changedAt().plus(LETTER_PAUSE).isAfter(clock.instant())) {
            return Resent.JUST_SENT;
        }
        directory.update(asking);
        Guest asked = locked(id);
        letters.queue(asked.invitationLetter(), id);
        onboarding.sendAgain(asked);
        audit.record(AuditActivity.INVITE, id, "sent again");
        return Resent.SENT_AGAIN;
    }

    private Guest locked(GuestId id) {
        return directory.lock(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }
}
