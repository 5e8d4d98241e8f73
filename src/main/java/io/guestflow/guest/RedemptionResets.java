package io.guestflow.guest;

import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Lets a guest redeem anew, perhaps with another address, and keep everything else; the source of the rules is resetRedemption
 * of Microsoft Graph's invitation.
 */
@Component
class RedemptionResets {

    private final InvitationDrafts drafts;
    private final Directory directory;
    private final SignIns signIns;
    private final Letters letters;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RedemptionResets(InvitationDrafts drafts, Directory directory, SignIns signIns, Letters letters, Onboarding onboarding, AuditTrail audit,
                     Caller caller, Clock clock) {
        this.drafts = drafts;
        this.directory = directory;
        this.signIns = signIns;
        this.letters = letters;
        this.onboarding = onboarding;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Refused if the caller may not, the guest cannot be reset, or the address is none of the guest's own */
    Invited reset(InvitationTerms terms, String processInstance) {
        Guest guest = directory.lock(terms.resetRedemptionOf()).filter(found -> found.state() != GuestState.REMOVED)
                .orElseThrow(() -> new Refused("resetRedemptionOf", "unknown-guest", "There is no such guest."));
        requireAllowed(guest);
        requireResettable(guest);
        requireOwnAddress(guest, terms.address());
        signIns.revokeAll(guest.id());
        boolean pending = guest.state() == GuestState.PENDING;
        Guest reset = pending ? linkReplaced(guest, terms)
                : guest.redemptionReset(terms.address(), drafts.draft(terms), processInstance, clock.instant());
        directory.update(reset);
        audit.record(AuditActivity.RESET, guest.id(), reset.invitation().id().toString());
        if (!pending && terms.letterWanted()) {
            letters.queue(reset.invitationLetter(), guest.id());
        } else if (pending && !terms.letterWanted()) {
            // no letter follows, and otherwise only sending one plans anew
            onboarding.planAnew(reset);
        }
        return new Invited(guest.id(), pending, terms.letterWanted());
    }

    private void requireAllowed(Guest guest) {
        if (!caller.mayManageGuests()) {
            throw new Refused("resetRedemptionOf", "not-allowed", "Only administrators may reset a redemption.");
        }
        if (caller.current().kind() == Actor.Kind.APPLICATION && !directory.memberships(guest.id()).roles().isEmpty()) {
            throw new Refused("resetRedemptionOf", "not-allowed", "This guest holds a directory role, so only staff may reset the redemption.");
        }
    }

    private static void requireResettable(Guest guest) {
        if (guest.blocked()) {
            throw new Refused("resetRedemptionOf", "account-disabled", "This guest's account is disabled; enable it first.");
        }
        if (guest.state() != GuestState.ACTIVE && guest.state() != GuestState.PENDING) {
            throw new Refused("resetRedemptionOf", "not-redeemed", "This guest is just about to answer; try again.");
        }
    }

    private void requireOwnAddress(Guest guest, EmailAddress address) {
        if (!guest.address().equals(address) && !directory.hasMail(guest.id(), address)) {
            throw new Refused("email", "unknown-mail", "This address is neither the guest's mail nor one of the other mails; enter it there first.");
        }
        if (directory.findByAddress(address).filter(other -> !other.id().equals(guest.id())).isPresent()) {
            throw new Refused("email", "address-taken", "This address belongs to somebody in the directory.");
        }
    }

    private Guest linkReplaced(Guest guest, InvitationTerms terms) {
        letters.dropWaiting(guest.id());
        Guest replaced = guest.withNextGeneration(terms.address()).invitedOnceMore(drafts.draft(terms));
        return terms.letterWanted() ? replaced.letterAskedFor(clock.instant()) : replaced;
    }
}
