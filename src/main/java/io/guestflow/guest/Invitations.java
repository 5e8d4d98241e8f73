package io.guestflow.guest;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites guests. */
@Service
@Transactional
public class Invitations {

    private final InvitationRules rules;
    private final InvitationDrafts drafts;
    private final RedemptionResets resets;
    private final Directory directory;
    private final Enrolments enrolments;
    private final Letters letters;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Clock clock;

    Invitations(InvitationRules rules, InvitationDrafts drafts, RedemptionResets resets, Directory directory,
                Enrolments enrolments, Letters letters, Onboarding onboarding, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.drafts = drafts;
        this.resets = resets;
        this.directory = directory;
        this.enrolments = enrolments;
        this.letters = letters;
        this.onboarding = onboarding;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters the guest into the directory, pending, with the memberships and sponsors asked for; a removed guest is taken back
     * instead, and a pending guest keeps its invitation. Where the request says so, an active guest has to redeem anew.
     *
     * @param processInstance takes charge of the guest, unless the guest is pending already
     * @throws Refused if it cannot be done, with the field and the reason
     */
    public Invited invite(InvitationRequest request, String processInstance) {
        InvitationTerms terms = rules.check(request);
        AddressHolder holder = directory.holderOf(terms.address()).orElse(null);
        if (holder != null && holder.isMember()) {
            throw new Refused("email", "address-of-member", "This address belongs to a member of the organization.");
        }
        if (terms.resetRedemptionOf() != null) {
            Invited reset = resets.reset(terms, processInstance);
            enrol(reset.guest(), terms);
            return reset;
        }
        Guest known = holder == null ? null : signingInWith(terms.address(), holder.guest());
        if (known != null && known.state() != GuestState.REMOVED) {
            return onceMore(known.id(), terms);
        }
        Guest guest = known == null ? addNew(terms, processInstance) : takeBack(known, terms, processInstance);
        enrol(guest.id(), terms);
        audit.record(AuditActivity.INVITE, guest.id(), guest.invitation().id().toString());
        if (terms.letterWanted()) {
            letters.queue(guest.invitationLetter(), guest.id());
        }
        return new Invited(guest.id(), false, terms.letterWanted());
    }

    /** The guest, unless it is a removed one who merely had this contact address. */
    private static Guest signingInWith(EmailAddress address, Guest holder) {
        if (holder.address().equals(address)) {
            return holder;
        }
        if (holder.state() != GuestState.REMOVED) {
            throw new Refused("email", "address-taken", "This is the contact address of another guest.");
        }
        return null;
    }

    private Invited onceMore(GuestId id, InvitationTerms terms) {
        Guest known = directory.lock(id).orElseThrow(() -> new ConcurrentChange(id));
        if (known.state() == GuestState.REMOVED) {
            throw new ConcurrentChange(id);
        }
        if (known.state() != GuestState.PENDING) {
            throw new Refused("email", "already-accepted", "This address belongs to a guest who has accepted already.");
        }
        if (known.blocked()) {
            throw new Refused("email", "account-disabled", "This guest's account is disabled; enable it first.");
        }
        Guest asked = known.invitedOnceMore(drafts.draft(terms));
        if (asked != known) {
            directory.update(asked);
            onboarding.planAnew(asked);
        }
        enrol(known.id(), terms);
        return new Invited(known.id(), true, terms.letterWanted());
    }

    private Guest addNew(InvitationTerms terms, String processInstance) {
        Guest guest = Guest.invited(GuestId.next(), terms.address(), terms.name(), drafts.draft(terms), processInstance, clock.instant());
        directory.add(guest);
        audit.record(AuditActivity.ADD_USER, guest.id(), null);
        return guest;
    }

    private Guest takeBack(Guest removed, InvitationTerms terms, String processInstance) {
        if (removed.inCharge() != null) {
            onboarding.invitedAgain(removed);
        }
        directory.takeRemembered(removed.id());
        Guest invited = removed.invitedAgain(terms.name(), drafts.draft(terms), processInstance, clock.instant());
        directory.update(invited);
        directory.rename(invited.id(), invited.name());
        return invited;
    }

    private void enrol(GuestId guest, InvitationTerms terms) {
        enrolments.join(guest, terms.memberships());
        enrolments.sponsor(guest, terms.sponsors());
    }
}
