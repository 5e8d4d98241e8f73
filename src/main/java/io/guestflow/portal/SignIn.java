package io.guestflow.portal;

import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns an address into a code, and the code into a session; only for guests whose invitation or membership stands and who are not blocked. */
@Service
@Transactional
class SignIn {

    private final Directory directory;
    private final Passcodes passcodes;
    private final GuestSessions sessions;
    private final Clock clock;

    SignIn(Directory directory, Passcodes passcodes, GuestSessions sessions, Clock clock) {
        this.directory = directory;
        this.passcodes = passcodes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws TooManyRequests if the address has had its codes for this hour */
    @Transactional(propagation = Propagation.NEVER)
    UUID sendCode(EmailAddress address) {
        return sendCode(address, directory.findByAddress(address));
    }

    /** As {@link #sendCode(EmailAddress)}, for the guest whom a link has named. */
    @Transactional(propagation = Propagation.NEVER)
    UUID sendCode(Guest guest) {
        return sendCode(guest.address(), Optional.of(guest));
    }

    private UUID sendCode(EmailAddress address, Optional<Guest> guest) {
        return passcodes.send(address, guest.filter(this::maySignIn)).orElseThrow(TooManyRequests::new);
    }

    /**
     * Uses a code up. The guest is locked first, as a removal does it: a session is either opened before and ended by the
     * removal, or not at all.
     *
     * @return the token of the new session; empty if the code is wrong or void
     */
    Optional<String> enter(UUID challenge, String code) {
        Optional<GuestId> guest = passcodes.guestOf(challenge).flatMap(directory::lock).filter(this::maySignIn).map(Guest::id);
        return passcodes.redeem(challenge, code).filter(id -> guest.filter(id::equals).isPresent()).map(sessions::open);
    }

    private boolean maySignIn(Guest guest) {
        boolean stands = guest.state() == GuestState.ACTIVE || guest.state() == GuestState.ACCEPTED
                || guest.state() == GuestState.PENDING && !guest.invitation().isExpired(clock.instant());
        return stands && !guest.blocked();
    }
}
