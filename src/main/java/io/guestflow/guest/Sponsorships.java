package io.guestflow.guest;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who answers for a user. */
@Service
@Transactional
public class Sponsorships {

    private final Accounts accounts;
    private final Groups groups;
    private final Sponsors sponsors;
    private final AuditTrail audit;

    Sponsorships(Accounts accounts, Groups groups, Sponsors sponsors, AuditTrail audit) {
        this.accounts = accounts;
        this.groups = groups;
        this.sponsors = sponsors;
        this.audit = audit;
    }

    /**
     * @param user id or principal name
     * @throws NotFound if one of them is not there
     * @throws Refused  if it is a sponsor already, or the user has five
     */
    public void add(String user, Reference reference) {
        Account account = accounts.lockExisting(user);
        UUID sponsor = sponsor(reference).orElseThrow(() -> new NotFound("user or group"));
        Set<UUID> present = sponsors.of(account.id());
        if (present.contains(sponsor)) {
            throw new Refused("@odata.id", "already-sponsor", "This user or group is a sponsor already.");
        }
        if (present.size() >= InvitationChoices.MOST_SPONSORS) {
            throw new Refused("@odata.id", "too-many-sponsors", "A user has at most 5 sponsors.");
        }
        sponsors.add(account.id(), sponsor);
        audit.record(AuditActivity.ADD_SPONSOR, account.id(), sponsor);
    }

    /** @throws NotFound unless it is a sponsor of this user */
    public void remove(String user, String sponsor) {
        Account account = accounts.lockExisting(user);
        UUID id = sponsor(new Reference(Reference.Kind.EITHER, sponsor)).orElseThrow(() -> new NotFound("sponsor"));
        if (!sponsors.remove(account.id(), id)) {
            throw new NotFound("sponsor");
        }
        audit.record(AuditActivity.REMOVE_SPONSOR, account.id(), id);
    }

    private Optional<UUID> sponsor(Reference reference) {
        Optional<UUID> user = reference.mayBeUser() ? accounts.find(reference.key()).map(Account::id) : Optional.empty();
        return user.or(() -> reference.mayBeGroup() ? ObjectIds.read(reference.key()).flatMap(groups::lock).map(Group::id) : Optional.empty());
    }
}
