package io.guestflow.guest;

import org.springframework.stereotype.Component;

/** Keeps whoever may only invite to the guests they invited. */
@Component
public class OwnInvitations {

    private final Members members;
    private final Caller caller;

    OwnInvitations(Members members, Caller caller) {
        this.members = members;
        this.caller = caller;
    }

    /** @throws NotAllowed if a member of the staff or a program calls that neither invited the guest nor may manage every guest */
    public void require(Guest guest) {
        if (!includes(guest)) {
            throw new NotAllowed(guest.id(), "was invited by somebody else");
        }
    }

    /** Whether the caller may see and mend this guest's invitation. */
    public boolean includes(Guest guest) {
        Actor actor = caller.current();
        return switch (actor.kind()) {
            case STAFF -> caller.mayManageGuests() || members.findByStaffId(actor.id()).map(Member::id)
                    .filter(id -> id.equals(guest.invitation().inviter())).isPresent();
            case APPLICATION -> caller.mayManageGuests() || actor.id().equals(guest.invitation().client());
            case GUEST, SYSTEM -> true;
        };
    }
}
