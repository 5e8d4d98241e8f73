package io.guestflow.guest;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects the address of a pending guest: older links, codes and sessions die, because they may be with somebody else; a letter to the new
 * address is queued, expiry starts anew.
 */
@Service
@Transactional
public class AddressCorrections {

    private final Directory directory;
    private final Members members;
    private final SignIns signIns;
    private final Letters letters;
    private final Onboarding onboarding;
    private final OwnInvitations own;
    private final AuditTrail audit;
    private final Clock clock;

    AddressCorrections(Directory directory, Members members, SignIns signIns, Letters letters, Onboarding onboarding, OwnInvitations own,
                       AuditTrail audit, Clock clock) {
        this.directory = directory;
        this.members = members;
        this.signIns = signIns;
        this.letters = letters;
        this.onboarding = onboarding;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Corrects the address, whether or not the mail server has refused the old one, and lets the letter go out.
     *
     * @throws Refused if the address is none or somebody else's
     */
    public void mend(GuestId id, String typed) {
        Guest guest = locked(id);
        own.require(guest);
        if (!onboarding.correctAddress(guest, typed)) {
            onboarding.sendAgain(corrected(guest, typed));
        }
    }

    /**
     * Takes over what was entered in the task "Correct address"; the process sends the letter.
     *
     * @throws Refused if the address is none or somebody else's
     */
    public void takeOver(GuestId id, String typed, String processInstance) {
        Guest guest = locked(id).requireInCharge(processInstance);
        own.require(guest);
        corrected(guest, typed);
    }

    private Guest corrected(Guest guest, String typed) {
        GuestId id = guest.id();
        EmailAddress address = addressFor(guest, typed);
        signIns.revokeAll(id);
        letters.dropWaiting(id);
        directory.update(guest.addressCorrected(address, clock.instant()));
        Guest corrected = locked(id);
        letters.queue(corrected.invitationLetter(), id);
        audit.record(AuditActivity.UPDATE_USER, id, "address corrected");
        return corrected;
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

    private Guest locked(GuestId id) {
        return directory.lock(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }
}
