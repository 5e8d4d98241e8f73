package io.guestflow.mail;

import io.guestflow.guest.Invitation;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.Settings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who invited. */
@Component
class Inviter {

    private final Members members;
    private final Settings settings;

    Inviter(Members members, Settings settings) {
        this.members = members;
        this.settings = settings;
    }

    /** The member, empty if a program invited or the member is gone. */
    Optional<Member> of(Invitation invitation) {
        return Optional.ofNullable(invitation.inviter()).flatMap(members::find);
    }

    /** The member's name, or the organization's. */
    String nameFor(Invitation invitation) {
        return of(invitation).map(Member::displayName).orElse(settings.organization().name());
    }
}
