package io.guestflow.guest;

import java.time.Instant;

/**
 * Somebody from outside, with the rules of every change of state; each change returns the guest as it will be.
 *
 * @param name            display name, at most 256 characters, or null
 * @param invitation      the newest invitation
 * @param removal         set while the state is {@link GuestState#REMOVED}
 * @param inCharge        the one process instance that may act on this guest; null if none may
 * @param addressRejected the mail server refused the address for good, and nobody has corrected it yet
 * @param version         grows with every stored change; an update of an outdated version is refused
 */
public record Guest(GuestId id, EmailAddress address, String name, GuestState state, Instant stateChangedAt, Instant createdAt,
                    Invitation invitation, Removal removal, String inCharge, boolean addressRejected, int version) {

    static Guest invited(GuestId id, EmailAddress address, String name, Invitation invitation, String inCharge, Instant now) {
        return new Guest(id, address, name, GuestState.PENDING, now, now, invitation, null, inCharge, false, 0);
    }

    /** The name, or the address of a guest without one. */
    public String displayName() {
        return name == null ? address.value() : name;
    }

    Guest invitedAgain(String newName, Invitation next, String processInstance, Instant now) {
        require(state == GuestState.REMOVED, "is not removed, so it cannot be invited again");
        String kept = newName == null ? name : newName;
        return new Guest(id, address, kept, GuestState.PENDING, now, createdAt, next, null, processInstance, false, version);
    }

    Guest letterAskedFor(Instant newExpiry) {
        require(state == GuestState.PENDING, "is not pending, so no invitation can be sent");
        return with(invitation.withNextLetter(newExpiry), addressRejected);
    }

    Guest addressRefused() {
        return with(invitation, true);
    }

    Guest addressCorrected(EmailAddress corrected, Instant newExpiry) {
        require(state == GuestState.PENDING, "is not pending, so the invitation's address cannot be corrected");
        Invitation next = invitation.withNextGeneration().withNextLetter(newExpiry);
        return new Guest(id, corrected, name, state, stateChangedAt, createdAt, next, removal, inCharge, false, version);
    }

    Guest accepted(Instant now) {
        return answered(GuestState.ACCEPTED, now);
    }

    Guest declined(Instant now) {
        return answered(GuestState.DECLINED, now);
    }

    Guest activated(Instant now) {
        require(state == GuestState.ACCEPTED, "has not accepted, so it cannot be activated");
        return inState(GuestState.ACTIVE, null, inCharge, now);
    }

    Guest removed(Removal how, String processInstance, Instant now) {
        require(state != GuestState.REMOVED, "is removed already");
        require(how.reason() != RemovalReason.DECLINED || state == GuestState.DECLINED, "has not declined");
        require(how.reason() != RemovalReason.WITHDRAWN || state == GuestState.PENDING, "is not pending, so nothing can be withdrawn");
        require(how.reason() != RemovalReason.EXPIRED || state == GuestState.PENDING && invitation.isExpired(now), "has not expired");
        return inState(GuestState.REMOVED, how, processInstance, now);
    }

    Guest askedForNewInvitation(Instant now) {
        require(state == GuestState.REMOVED, "is not removed");
        return new Guest(id, address, name, state, stateChangedAt, createdAt, invitation, removal.asked(now), inCharge, addressRejected, version);
    }

    Guest restored(Instant now) {
        require(state == GuestState.REMOVED && removal.stateBefore() == GuestState.ACTIVE, "was not active before its removal");
        return inState(GuestState.ACTIVE, null, inCharge, now);
    }

    /** Lets go of the guest, so that another process instance can take charge. */
    Guest released() {
        return inState(state, removal, null, stateChangedAt);
    }

    /** @throws NotAllowed unless this process instance is the one in charge */
    public Guest requireInCharge(String processInstance) {
        require(processInstance.equals(inCharge), "process instance " + processInstance + " is not in charge");
        return this;
    }

    private Guest answered(GuestState answer, Instant now) {
        require(state == GuestState.PENDING, "is not pending, so there is nothing to answer");
        require(!invitation.isExpired(now), "has an expired invitation");
        return inState(answer, null, inCharge, now);
    }

    private Guest inState(GuestState next, Removal how, String processInstance, Instant now) {
        return new Guest(id, address, name, next, now, createdAt, invitation, how, processInstance, addressRejected, version);
    }

    private Guest with(Invitation changed, boolean rejected) {
        return new Guest(id, address, name, state, stateChangedAt, createdAt, changed, removal, inCharge, rejected, version);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new NotAllowed(id, otherwise);
        }
    }
}
