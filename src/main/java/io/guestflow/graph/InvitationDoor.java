package io.guestflow.graph;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.InvitationStatus;
import io.guestflow.guest.ListedInvitation;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.OwnInvitations;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Resent;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programs do with invitations, each in one transaction; inviters reach their own ones only. */
@Service
@Transactional
class InvitationDoor {

    private final Onboarding onboarding;
    private final Directory directory;
    private final Resends resends;
    private final Removals removals;
    private final OwnInvitations own;
    private final VisibleInvitations invitations;

    InvitationDoor(Onboarding onboarding, Directory directory, Resends resends, Removals removals, OwnInvitations own,
                   VisibleInvitations invitations) {
        this.onboarding = onboarding;
        this.directory = directory;
        this.resends = resends;
        this.removals = removals;
        this.own = own;
        this.invitations = invitations;
    }

    ListedInvitation invite(InvitationRequest request) {
        return invitations.newest(onboarding.invite(request));
    }

    /** @throws NotAllowed unless the invitation is the guest's newest one and pending */
    Resent resend(UUID invitation) {
        return resends.resend(pending(invitation).id());
    }

    /** @throws NotAllowed unless the invitation is the guest's newest one and pending */
    void withdraw(UUID invitation) {
        removals.start(pending(invitation).id(), RemovalReason.WITHDRAWN, null);
    }

    private Guest pending(UUID invitation) {
        Guest guest = directory.findByInvitation(invitation).filter(own::includes).orElseThrow(Found::nothing);
        if (!guest.invitation().id().equals(invitation) || guest.invitation().status() != InvitationStatus.PENDING) {
            throw new NotAllowed(guest.id(), "has no pending invitation of this id");
        }
        return guest;
    }
}
