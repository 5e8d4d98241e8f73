package io.guestflow.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites guests, repeats and corrects invitations. */
@Service
@Transactional
public class Invitations {

    /** A repeated invitation within this time sends no second letter. */
    static final Duration LETTER_PAUSE = Duration.ofMinutes(5);

    private final InvitationRules rules;
    private final Directory directory;
    private final Members members;
    private final Letters letters;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Caller caller;
    private final Settings settings;
    private final Clock clock;

    Invitations(InvitationRules rules, Directory directory, Members members, Letters letters, Onboarding onboarding,
                AuditTrail audit, Caller caller, Settings settings, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.members = members;
        this.letters = letters;
        this.onboarding = onboarding;
        this.audit = audit;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Enters the guest into the directory, pending, with the memberships asked for; a removed guest is taken back instead.
     *
     * @param processInstance takes charge of the guest, unless the guest is pending already
     * @throws Refused if it cannot be done, with the field and the reason
     */
    public Invited invite(InvitationRequest request, String processInstance) {
        InvitationTerms terms = rules.check(request);
        if (members.haveAddress(terms.address())) {
            throw new Refused("email", "address-of-member", "This address belongs to a member of the organization.");
        }
        Guest known = directory.findByAddress(terms.address()).orElse(null);
        if (known != null && known.state() == GuestState.PENDING) {
            return new Invited(known.id(), true, false);
        }
        if (known != null && known.state() != GuestState.REMOVED) {
            throw new Refused("email", "already-accepted", "This address belongs to a guest who has accepted already.");
        }
        Guest guest = known == null ? addNew(terms, processInstance) : takeBack(known, terms, processInstance);
        join(guest, terms.memberships());
        audit.record(AuditActivity.INVITE, guest.id(), guest.invitation().id().toString());
        if (terms.letterWanted()) {
            letters.queue(letterOf(guest), guest.id());
        }
        return new Invited(guest.id(), false, terms.letterWanted());
    }

    /** As {@link #repeat}, for staff who chose this guest: inviters may resend only their own invitations. */
    public Resent resend(GuestId id) {
        requireMine(locked(id));
        return repeat(id);
    }

    /** Sends the invitation of a pending guest once more; see {@link Resent} for what may become of it. */
    public Resent repeat(GuestId id) {
        Guest guest = locked(id);
        if (guest.addressRejected()) {
            throw new Refused("email", "address-rejected", "The mail server refused this guest's address; correct it first.");
        }
        Letter last = letters.find(letterOf(guest)).orElse(null);
        if (last != null && last.isWaiting() && onboarding.hastenLetter(guest)) {
            return Resent.HASTENED;
        }
        if (last != null && last.state() == LetterState.SENT && last.changedAt().plus(LETTER_PAUSE).isAfter(clock.instant())) {
            return Resent.JUST_SENT;
        }
        Guest asked = stored(guest.letterAskedFor(newExpiry()));
        letters.queue(letterOf(asked), id);
        onboarding.sendAgain(asked);
        return Resent.SENT_AGAIN;
    }

    /**
     * Corrects the address of a pending guest and lets the letter go out to it, whether or not the mail server has refused the old one.
     *
     * @throws Refused if the address is none or somebody else's
     */
    public void mendAddress(GuestId id, String typed) {
        Guest guest = locked(id);
        requireMine(guest);
        if (!onboarding.correctAddress(guest, typed)) {
            Guest corrected = corrected(guest, typed);
            if (!onboarding.hastenLetter(corrected)) {
                onboarding.sendAgain(corrected);
            }
        }
    }

    /**
     * Corrects the address of a pending guest: older links die, a letter to the new address is queued, expiry starts anew.
     *
     * @throws Refused if the address is none or somebody else's
     */
    public void correctAddress(GuestId id, String typed, String processInstance) {
        Guest guest = locked(id).requireInCharge(processInstance);
        requireMine(guest);
        corrected(guest, typed);
    }

    private Guest corrected(Guest guest, String typed) {
        GuestId id = guest.id();
        EmailAddress address = addressFor(guest, typed);
        letters.dropWaiting(id);
        Guest corrected = stored(guest.addressCorrected(address, newExpiry()));
        letters.queue(letterOf(corrected), id);
        audit.record(AuditActivity.UPDATE_USER, id, "address corrected");
        return corrected;
    }

    /** @throws NotAllowed if the caller is of the staff, but neither the inviter nor somebody who may manage every guest */
    public void requireMine(Guest guest) {
        if (caller.current().isStaff() && !caller.mayManageGuests() && !isMine(guest)) {
            throw new NotAllowed(guest.id(), "was invited by somebody else");
        }
    }

    private boolean isMine(Guest guest) {
        return members.findByStaffId(caller.current().id()).map(Member::id).filter(id -> id.equals(guest.invitation().inviter())).isPresent();
    }

    private EmailAddress addressFor(Guest guest, String typed) {
        try {
            EmailAddress address = EmailAddress.of(typed);
            boolean taken = directory.findByAddress(address).filter(other -> !other.id().equals(guest.id())).isPresent();
            if (taken || members.haveAddress(address)) {
                throw new Refused("newAddress", "address-taken", "This address belongs to somebody in the directory.");
            }
            return address;
        } catch (IllegalArgumentException notAnAddress) {
            throw new Refused("newAddress", "invalid-email", notAnAddress.getMessage());
        }
    }

    private Guest addNew(InvitationTerms terms, String processInstance) {
        Guest guest = Guest.invited(GuestId.random(), terms.address(), terms.name(), invitation(terms), processInstance, clock.instant());
        directory.add(guest);
        audit.record(AuditActivity.ADD_USER, guest.id(), null);
        return guest;
    }

    private Guest takeBack(Guest removed, InvitationTerms terms, String processInstance) {
        if (removed.inCharge() != null) {
            onboarding.invitedAgain(removed);
        }
        directory.takeRemembered(removed.id());
        return stored(removed.invitedAgain(terms.name(), invitation(terms), processInstance, clock.instant()));
    }

    private void join(Guest guest, Memberships memberships) {
        Memberships skipped = directory.join(guest.id(), memberships);
        if (!skipped.isEmpty()) {
            audit.record(AuditActivity.SKIP_MEMBERSHIP, guest.id(), skipped.size() + " skipped");
        }
    }

    private Invitation invitation(InvitationTerms terms) {
        UUID inviter = caller.current().isStaff() ? members.findByStaffId(caller.current().id()).map(Member::id).orElse(null) : null;
        return new Invitation(UUID.randomUUID(), 1, terms.letterWanted() ? 1 : 0, inviter, terms.message(), terms.redirectUrl(),
                terms.cc(), terms.language(), clock.instant(), newExpiry());
    }

    private Guest locked(GuestId id) {
        return directory.lock(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }

    private Guest stored(Guest guest) {
        directory.update(guest);
        return directory.find(guest.id()).orElseThrow();
    }

    private Instant newExpiry() {
        return clock.instant().plus(settings.invitation().validFor());
    }

    private static LetterKey letterOf(Guest guest) {
        return new LetterKey(guest.invitation().id(), LetterPurpose.INVITATION, guest.invitation().letterNumber());
    }
}
