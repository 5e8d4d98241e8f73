package io.guestflow.guest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Guests as tests need them; a test names only what it is about. */
public final class TestGuests {

    /** Years ahead, because the engine leaves out timers that are over when they are set. */
    public static final Instant NOW = Instant.parse("2099-03-02T09:00:00Z");
    public static final String PROCESS_INSTANCE = "the-instance-in-charge";
    public static final String ADDRESS = "ada.lovelace@analytical.example";
    public static final String NAME = "Ada Lovelace";
    public static final Duration VALID_FOR = Duration.ofDays(30);

    private TestGuests() {
    }

    public static Guest invitedGuest() {
        return Guest.invited(GuestId.next(), EmailAddress.of(ADDRESS), NAME, invitation(), PROCESS_INSTANCE, NOW);
    }

    public static Guest invitedGuest(GuestId id, String processInstance) {
        return Guest.invited(id, EmailAddress.of(ADDRESS), NAME, invitation(), processInstance, NOW);
    }

    public static Guest invitedBy(Guest guest, UUID member) {
        Invitation own = guest.invitation();
        var invitation = new Invitation(own.id(), own.status(), own.generation(), own.letterNumber(), member, null, own.message(), own.redirectUrl(),
                own.cc(), own.language(), own.validFor(), own.createdAt(), own.expiresAt());
        return new Guest(guest.id(), guest.address(), guest.name(), guest.state(), guest.stateChangedAt(), guest.createdAt(), invitation,
                guest.removal(), guest.inCharge(), guest.addressRejected(), guest.blocked(), guest.version());
    }

    public static Guest acceptedGuest() {
        return invitedGuest().accepted(NOW);
    }

    public static Guest declinedGuest() {
        return invitedGuest().declined(NOW);
    }

    public static Guest activeGuest() {
        return acceptedGuest().activated(NOW);
    }

    public static Guest removedGuest() {
        return removed(invitedGuest(), PROCESS_INSTANCE);
    }

    public static Guest removed(Guest guest, String processInstance) {
        return guest.removed(removal(RemovalReason.REQUESTED, guest.state()), processInstance, NOW);
    }

    public static Removal removal(RemovalReason reason, GuestState before) {
        return new Removal(reason, null, "system", before, NOW, NOW.plus(VALID_FOR), null);
    }

    public static Invitation invitation() {
        return new Invitation(UUID.randomUUID(), InvitationStatus.PENDING, 1, 1, null, null, "Welcome!", null, List.of(), Locale.ENGLISH, VALID_FOR, NOW,
                NOW.plus(VALID_FOR));
    }

    public static InvitationRequest request() {
        return request(ADDRESS);
    }

    public static InvitationRequest request(String address) {
        return new InvitationRequest(NAME, address, "Welcome!", List.of(), List.of(), true, null, List.of(), "en", null, null, null);
    }

    /** The defaults, with some keys set: name, value, name, value … */
    public static Settings settings(String... keysAndValues) {
        var properties = new java.util.HashMap<String, String>(Map.of("guestflow.base-url", "https://guests.contoso.example"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("guestflow", Settings.class);
    }

    public static KnownInviters inviters(Members members, ApiClients clients) {
        return new KnownInviters(members, clients);
    }

    public static URI baseUrl() {
        return URI.create("https://guests.contoso.example");
    }
}
