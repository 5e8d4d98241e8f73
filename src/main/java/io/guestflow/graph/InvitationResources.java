package io.guestflow.graph;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.ListedInvitation;
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

    private final OwnInvitations own;
    private final Tickets tickets;
    private final Settings settings;
    private final Clock clock;

    InvitationResources(OwnInvitations own, Tickets tickets, Settings settings, Clock clock) {
        this.own = own;
        this.tickets = tickets;
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer to an invitation, with the link that is computed anew each time and stored nowhere. */
    InvitationResource invited(ListedInvitation listed, InvitationBody body) {
        return resource(listed, context(), tickets.link(listed.invitation()).toString(), body.wantsLetter(), body.isReset());
    }

    InvitationResource single(ListedInvitation listed) {
        return resource(listed, context(), null, hasLetter(listed), false);
    }

    InvitationResource item(ListedInvitation listed) {
        return resource(listed, null, null, hasLetter(listed), false);
    }

    private InvitationResource resource(ListedInvitation listed, String context, String link, boolean letter, boolean reset) {
        Guest guest = listed.guest();
        Invitation invitation = listed.invitation();
        InvitationState state = InvitationState.of(guest, invitation, clock.instant());
        Object target = invitation.redirectUrl() == null ? settings.link(MY_APPS) : invitation.redirectUrl();
        return new InvitationResource(context, invitation.id(), link, guest.name(), "Guest", guest.address().value(), letter, reset,
                target.toString(), state.status(), state.detail(), seconds(invitation.createdAt()), seconds(invitation.expiresAt()),
                MessageInfo.of(invitation, own.includes(guest)),
                new InvitationResource.InvitedUser(guest.id().value(), listed.principalName()));
    }

    private String context() {
        return ContextUrl.of(settings, "invitations/$entity");
    }

    private static boolean hasLetter(ListedInvitation listed) {
        return listed.invitation().letterNumber() > 0;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
