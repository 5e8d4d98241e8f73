package io.guestflow.guest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes users by any of their names, and restores or purges removed ones; the work itself is the guest removal's. */
@Service
@Transactional
public class AccountRemovals {

    private final Accounts accounts;
    private final Directory directory;
    private final Removals removals;

    AccountRemovals(Accounts accounts, Directory directory, Removals removals) {
        this.accounts = accounts;
        this.directory = directory;
        this.removals = removals;
    }

    /**
     * @param user id or principal name
     * @throws NotFound if there is no such user (any more)
     * @throws Refused  if it is a member
     */
    public void remove(String user) {
        Account account = accounts.lockExisting(user);
        if (!account.guest()) {
            throw new Refused("id", "member", "Members are mirrored from Camunda's users; delete them in Camunda Admin.");
        }
        removals.start(new GuestId(account.id()), RemovalReason.REQUESTED, null);
    }

    /**
     * Brings a removed guest back; one who had not accepted is invited anew, under the same id.
     *
     * @throws NotFound if no removed guest has this id
     */
    public void restore(String id) {
        removals.decide(removed(id), true);
    }

    /** Forgets a removed guest for good. @throws NotFound if no removed guest has this id */
    public void purge(String id) {
        removals.decide(removed(id), false);
    }

    private GuestId removed(String id) {
        return ObjectIds.read(id).map(GuestId::new).flatMap(directory::lock).filter(guest -> guest.state() == GuestState.REMOVED)
                .map(Guest::id).orElseThrow(() -> new NotFound("deleted user"));
    }
}
