package io.guestflow.guest;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where users of both kinds are looked up and their profiles written; removed guests are no users. */
public interface Accounts {

    /** @param idOrPrincipalName either of the two names of a user; the principal name in any case of letters */
    Optional<Account> find(String idOrPrincipalName);

    /** Reads the user and makes every other writer wait until this transaction has ended. */
    Optional<Account> lock(UUID id);

    /** As {@link #lock}, by either name. @throws NotFound if there is no such user (any more) */
    default Account lockExisting(String idOrPrincipalName) {
        return find(idOrPrincipalName).map(Account::id).flatMap(this::lock).orElseThrow(() -> new NotFound("user"));
    }

    /**
     * Writes these fields and no other, without changing the guest's version: an onboarding that goes on in the same moment
     * neither fails nor undoes it.
     *
     * @param values as the fields' checks leave them
     * @throws Refused if another user got the address in the same moment
     */
    void write(UUID id, Map<ProfileField, Object> values);

    /** Whether somebody else in the directory, removed or not, signs in with the address or is written to there. */
    boolean isTaken(EmailAddress address, UUID except);
}
