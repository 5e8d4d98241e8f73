package io.guestflow.portal;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.SignIns;
import org.springframework.stereotype.Component;

/** Everything by which a guest is or could get signed in. */
@Component
class PortalSignIns implements SignIns {

    private final Passcodes passcodes;
    private final GuestSessions sessions;

    PortalSignIns(Passcodes passcodes, GuestSessions sessions) {
        this.passcodes = passcodes;
        this.sessions = sessions;
    }

    @Override
    public void revokeAll(GuestId id) {
        passcodes.voidAll(id);
        sessions.closeAll(id);
    }

    @Override
    public boolean anyLeft(GuestId id) {
        return passcodes.anyLeft(id) || sessions.anyLeft(id);
    }
}
