package io.guestflow.graph;

import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Condition;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.ListedInvitation;
import io.guestflow.guest.Member;
import io.guestflow.guest.Members;
import io.guestflow.guest.Register;
import io.guestflow.guest.Scope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The invitations that a caller may see: all of them, or for whoever may only invite the own ones. */
@Component
class VisibleInvitations {

    private static final Set<String> READERS = Stream.of(Scope.USER_READ_ALL, Scope.USER_READ_WRITE_ALL, Scope.DIRECTORY_READ_ALL,
            Scope.DIRECTORY_READ_WRITE_ALL).map(Scope::authority).collect(Collectors.toSet());
    /** A member who is not in the directory has invited nobody. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Register<ListedInvitation> invitationRegister;
    private final Members members;
    private final Caller caller;

    VisibleInvitations(Register<ListedInvitation> invitationRegister, Members members, Caller caller) {
        this.invitationRegister = invitationRegister;
        this.members = members;
        this.caller = caller;
    }

    Condition all() {
        boolean reader = SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .anyMatch(READERS::contains);
        return reader ? Condition.NONE : own(caller.current());
    }

    /** The newest invitation of a guest whom the caller has just invited. */
    ListedInvitation newest(GuestId guest) {
        return invitationRegister.findOne(Condition.equal("guest", guest.value()).and(Condition.equal("newest", true))).orElseThrow();
    }

    /** What the caller has just invited with, which may be somebody else's invitation of a guest who was pending already. */
    ListedInvitation invited(UUID id) {
        return invitationRegister.findOne(Condition.equal("id", id)).orElseThrow(() -> new GraphFailure(
                GraphError.of(Fault.CONFLICT, "invitation-gone", "The guest whom this invited has been deleted for good meanwhile.")));
    }

    /** @throws GraphFailure if there is none of this id, or none that the caller may see: both look the same */
    ListedInvitation existing(UUID id) {
        return Found.in(invitationRegister, Condition.equal("id", id).and(all()));
    }

    private Condition own(Actor actor) {
        return actor.isStaff()
                ? Condition.equal("inviter", members.findByStaffId(actor.id()).map(Member::id).orElse(NOBODY))
                : Condition.equal("client", actor.id());
    }
}
