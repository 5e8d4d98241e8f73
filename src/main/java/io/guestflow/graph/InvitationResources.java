package io.guestflow.graph;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.OwnInvitations;
import io.guestflow.guest.Settings;
import io.guestflow.guest.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Shows invitations to programs. */
@Component
class InvitationResources {

    private static final String MY_APPS = "/myapps";

    private final Directory directory;
    private final OwnInvitations own;
    private final Tickets tickets;
    private final Settings settings;
    private final Clock clock;

    InvitationResources(Directory directory, OwnInvitations own, Tickets tickets, Settings settings, Clock clock) {
        this.directory = directory;
        this.own = own;
        this.tickets = tickets;
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer to an invitation, with the link that is computed anew each time and stored nowhere. */
    InvitationResource invited(Guest guest, InvitationBody body) {
        return resource(guest, guest.invitation(), settings.link("/v1.0/$metadata#invitations/$entity").toString(),
                tickets.link(guest.invitation()).toString(), Boolean.TRUE.equals(body.sendInvitationMessage()), body.isReset());
    }

    InvitationResource single(Guest guest, Invitation invitation) {
        return resource(guest, invitation, settings.link("/v1.0/$metadata#invitations/$entity").toString(), null,
                invitation.letterNumber() > 0, false);
    }

    InvitationResource item(Guest guest, Invitation invitation) {
        return resource(guest, invitation, null, null, invitation.letterNumber() > 0, false);
    }

    private InvitationResource resource(Guest guest, Invitation invitation, String context, String link, boolean letter, boolean reset) {
        InvitationState state = InvitationState.of(guest, invitation, clock.instant());
        Object target = invitation.redirectUrl() == null ? settings.link(MY_APPS) : invitation.redirectUrl();
        return new InvitationResource(context, invitation.id(), link, guest.name(), "Guest", guest.address().value(), letter, reset,
                target.toString(), state.status(), state.detail(), seconds(invitation.createdAt()), seconds(invitation.expiresAt()),
                MessageInfo.of(invitation, own.includes(guest)),
                new InvitationResource.InvitedUser(guest.id().value(), directory.principalName(guest.id())));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
