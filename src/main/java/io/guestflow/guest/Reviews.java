package io.guestflow.guest;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The guest's answer to an invitation, and what follows from it. */
@Service
@Transactional
public class Reviews {

    private final Directory directory;
    private final Consents consents;
    private final Letters letters;
    private final Onboarding onboarding;
    private final AuditTrail audit;
    private final Clock clock;

    Reviews(Directory directory, Consents consents, Letters letters, Onboarding onboarding, AuditTrail audit, Clock clock) {
        this.directory = directory;
        this.consents = consents;
        this.letters = letters;
        this.onboarding = onboarding;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the acceptance and lets the onboarding go on, in one transaction.
     *
     * @param guest            as the caller has read it to ask
     * @throws NotAllowed       if the guest is not pending or the invitation has expired
     * @throws ConcurrentChange if anything about the guest has changed since, as by an expiry, a removal or another answer
     */
    public void accept(Guest guest, Answers answers) {
        Guest accepted = guest.accepted(clock.instant());
        directory.update(accepted);
        consents.keep(accepted.invitation().id(), answers);
        audit.record(AuditActivity.REDEEM, guest.id(), accepted.invitation().id().toString());
        onboarding.answered(accepted);
    }

    /** As {@link #accept}, with the opposite answer; the guest's removal follows. */
    public void decline(Guest guest) {
        Guest declined = guest.declined(clock.instant());
        directory.update(declined);
        audit.record(AuditActivity.DECLINE, guest.id(), declined.invitation().id().toString());
        onboarding.answered(declined);
    }

    /**
     * The answer that was given before the onboarding came to ask: true for an acceptance. Until the transaction ends, nobody
     * can answer, so that an answer is either found here or finds the onboarding asking.
     */
    public Optional<Boolean> givenAnswer(GuestId id, String processInstance) {
        Guest guest = directory.lock(id).orElseThrow(() -> new NotAllowed(id, "is unknown")).requireInCharge(processInstance);
        return switch (guest.state()) {
            case ACCEPTED -> Optional.of(true);
            case DECLINED -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Lets memberships and apps take effect, and drops letters that nobody needs any more. @throws NotAllowed unless the guest has accepted */
    public void activate(GuestId id, String processInstance) {
        Guest guest = existing(id).requireInCharge(processInstance);
        directory.updateState(guest.activated(clock.instant()));
        letters.dropWaiting(id);
        audit.record(AuditActivity.UPDATE_USER, id, "active");
    }

    private Guest existing(GuestId id) {
        return directory.find(id).orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }
}
