package io.guestflow.guest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A directory that forgets everything with the test; it refuses outdated versions as the real one does. */
class DirectoryInMemory implements Directory {

    final Set<UUID> groups = new HashSet<>();
    final Set<UUID> sponsors = new HashSet<>();
    private final Map<GuestId, Guest> guests = new HashMap<>();
    private final Map<GuestId, Memberships> memberships = new HashMap<>();
    private final Map<GuestId, Memberships> remembered = new HashMap<>();
    private final Map<GuestId, Set<EmailAddress>> mails = new HashMap<>();

    @Override
    public Optional<Guest> find(GuestId id) {
        return Optional.ofNullable(guests.get(id));
    }

    @Override
    public Optional<Guest> findByAddress(EmailAddress address) {
        return guests.values().stream().filter(guest -> guest.address().equals(address)).findFirst();
    }

    @Override
    public Optional<AddressHolder> holderOf(EmailAddress address) {
        return findByAddress(address).or(() -> guests.values().stream().filter(guest -> hasMail(guest.id(), address)).findFirst())
                .map(AddressHolder::new);
    }

    @Override
    public Optional<Guest> findByInvitation(UUID invitationId) {
        return guests.values().stream().filter(guest -> guest.invitation().id().equals(invitationId)).findFirst();
    }

    @Override
    public Optional<Guest> lock(GuestId id) {
        return find(id);
    }

    @Override
    public void add(Guest guest) {
        guests.put(guest.id(), guest);
    }

    @Override
    public void update(Guest guest) {
        if (guests.get(guest.id()).version() != guest.version()) {
            throw new ConcurrentChange(guest.id());
        }
        String name = guests.get(guest.id()).name();
        guests.put(guest.id(), new Guest(guest.id(), guest.address(), name, guest.state(), guest.stateChangedAt(), guest.createdAt(),
                guest.invitation(), guest.removal(), guest.inCharge(), guest.addressRejected(), guest.blocked(), guest.version() + 1));
    }

    @Override
    public void updateState(Guest guest) {
        update(guest);
    }

    @Override
    public void rename(GuestId id, String name) {
        guests.computeIfPresent(id, (same, guest) -> new Guest(id, guest.address(), name, guest.state(), guest.stateChangedAt(), guest.createdAt(),
                guest.invitation(), guest.removal(), guest.inCharge(), guest.addressRejected(), guest.blocked(), guest.version()));
    }

    @Override
    public void purge(GuestId id) {
        guests.remove(id);
    }

    @Override
    public Set<UUID> unknownGroups(Set<UUID> ids) {
        return without(ids, groups);
    }

    @Override
    public Set<UUID> unknownRoles(Set<UUID> ids) {
        return ids;
    }

    @Override
    public Set<UUID> unknownSponsors(Set<UUID> ids) {
        return without(ids, sponsors);
    }

    @Override
    public boolean hasMail(GuestId id, EmailAddress address) {
        return mails.getOrDefault(id, Set.of()).contains(address);
    }

    void addMail(GuestId id, String address) {
        mails.put(id, Set.of(EmailAddress.of(address)));
    }

    void block(GuestId id) {
        Guest guest = guests.get(id);
        guests.put(id, new Guest(id, guest.address(), guest.name(), guest.state(), guest.stateChangedAt(), guest.createdAt(), guest.invitation(),
                guest.removal(), guest.inCharge(), guest.addressRejected(), true, guest.version()));
    }

    @Override
    public Memberships memberships(GuestId id) {
        return memberships.getOrDefault(id, Memberships.NONE);
    }

    @Override
    public Memberships join(GuestId id, Memberships wanted) {
        Set<UUID> gone = without(wanted.groups(), groups);
        Memberships had = memberships(id);
        memberships.put(id, new Memberships(both(had.groups(), without(wanted.groups(), gone)), both(had.roles(), wanted.roles()),
                both(had.apps(), wanted.apps())));
        return new Memberships(gone, Set.of(), Set.of());
    }

    @Override
    public void leaveAll(GuestId id) {
        remembered.put(id, memberships(id));
        memberships.remove(id);
    }

    @Override
    public Memberships takeRemembered(GuestId id) {
        return Optional.ofNullable(remembered.remove(id)).orElse(Memberships.NONE);
    }

    private static Set<UUID> both(Set<UUID> ids, Set<UUID> others) {
        var all = new HashSet<>(ids);
        all.addAll(others);
        return all;
    }

    private static Set<UUID> without(Set<UUID> ids, Set<UUID> others) {
        var rest = new HashSet<>(ids);
        rest.removeAll(others);
        return rest;
    }
}
