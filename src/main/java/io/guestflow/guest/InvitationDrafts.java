package io.guestflow.guest;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a new invitation of the caller's from checked terms. */
@Component
class InvitationDrafts {

    private final Members members;
    private final Caller caller;
    private final Clock clock;

    InvitationDrafts(Members members, Caller caller, Clock clock) {
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    Invitation draft(InvitationTerms terms) {
        Actor actor = caller.current();
        UUID inviter = actor.isStaff() ? members.findByStaffId(actor.id()).map(Member::id).orElse(null) : null;
        String client = actor.kind() == Actor.Kind.APPLICATION ? actor.id() : null;
        Instant now = clock.instant();
        return new Invitation(NewId.next(), InvitationStatus.PENDING, 1, terms.letterWanted() ? 1 : 0, inviter, client, terms.message(),
                terms.redirectUrl(), terms.cc(), terms.language(), terms.validFor(), now, now.plus(terms.validFor()));
    }
}
