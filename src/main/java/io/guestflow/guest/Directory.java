package io.guestflow.guest;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where guests and their memberships are written; every call takes part in the caller's transaction. */
public interface Directory {

    Optional<Guest> find(GuestId id);

    Optional<Guest> findByAddress(EmailAddress address);

    /** Whoever signs in with this address, or else the guest whose contact address it is. */
    Optional<AddressHolder> holderOf(EmailAddress address);

    /** The guest who was ever invited with this invitation, even if a newer one replaced it. */
    Optional<Guest> findByInvitation(UUID invitationId);

    /** Reads the guest and makes every other writer wait until this transaction has ended. */
    Optional<Guest> lock(GuestId id);

    /** @throws ConcurrentChange if another transaction created a guest with this address meanwhile */
    void add(Guest guest);

    /**
     * Writes everything but the name and whether the guest is blocked, which are changed without the guest's story.
     *
     * @throws ConcurrentChange unless the stored guest still has the same version
     */
    void update(Guest guest);

    /** As {@link #update}, where nothing about the invitation has changed. */
    void updateState(Guest guest);

    void rename(GuestId id, String name);

    /** Deletes the guest and everything personal: invitations, answers, letters, kept memberships. */
    void purge(GuestId id);

    /** Those of the ids that name no group. */
    Set<UUID> unknownGroups(Set<UUID> ids);

    /** Those of the ids that name no directory role. */
    Set<UUID> unknownRoles(Set<UUID> ids);

    /** Those of the ids that name neither a group nor a user who is not removed. */
    Set<UUID> unknownSponsors(Set<UUID> ids);

    /** Whether the address is the guest's contact address or one of the guest's other addresses. */
    boolean hasMail(GuestId id, EmailAddress address);

    Memberships memberships(GuestId id);

    /** Adds memberships; what was deleted meanwhile is skipped. @return what was skipped */
    Memberships join(GuestId id, Memberships memberships);

    /** Ends every membership, but remembers them for a restoration. */
    void leaveAll(GuestId id);

    /** What {@link #leaveAll} remembered; it is forgotten hereafter. */
    Memberships takeRemembered(GuestId id);
}
