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
 * @param blocked         an administrator keeps the guest from signing in
 * @param version         grows with every stored change; an update of an outdated version is refused
 */
public record Guest(GuestId id, EmailAddress address, String name, GuestState state, Instant stateChangedAt, Instant createdAt,
                    Invitation invitation, Removal removal, String inCharge, boolean addressRejected, boolean blocked,
                    int version) {

    static Guest invited(GuestId id, EmailAddress address, String name, Invitation invitation, String inCharge, Instant now) {
        return new Guest(id, address, name, GuestState.PENDING, now, now, invitation, null, inCharge, false, false, 0);
    }

    /** The name, or the address of a guest without one. */
    public String displayName() {
        return name == null ? address.value() : name;
    }

    /** The newest letter that was asked for. */
    LetterKey invitationLetter() {
        return new LetterKey(invitation.id(), LetterPurpose.INVITATION, invitation.letterNumber());
    }

    Guest invitedAgain(String newName, Invitation next, String processInstance, Instant now) {
        require(state == GuestState.REMOVED, "is not removed, so it cannot be invited again");
        String kept = newName == null ? name : newName;
        return new Guest(id, address, kept, GuestState.PENDING, now, createdAt, next, null, processInstance, false, blocked, version);
    }

    /** The invitation of a pending guest says something new, if it comes from the same inviter. */
    Guest invitedOnceMore(Invitation anew) {
        return invitation.isFromTheSameAs(anew) && !invitation.saysTheSameAs(anew) ? with(invitation.reworded(anew), addressRejected) : this;
    }

    /** The guest has to redeem a new invitation at this address before anything takes effect again; memberships stay. */
    Guest redemptionReset(EmailAddress signsInWith, Invitation next, String processInstance, Instant now) {
        require(state == GuestState.ACTIVE, "is not active, so there is no redemption to reset");
        return new Guest(id, signsInWith, name, GuestState.PENDING, now, createdAt, next, null, processInstance, false, blocked, version);
    }

    Guest letterAskedFor(Instant now) {
        require(state == GuestState.PENDING, "is not pending, so no invitation can be sent");
        return with(invitation.withNextLetter(now), addressRejected);
    }

    Guest addressRefused() {
        return with(invitation, true);
    }

    Guest addressCorrected(EmailAddress corrected, Instant now) {
        return withNextGeneration(corrected).letterAskedFor(now);
    }

    /** Older links die; whether a letter follows is the caller's to say. */
    Guest withNextGeneration(EmailAddress signsInWith) {
        require(state == GuestState.PENDING, "is not pending, so its link cannot be replaced");
        return new Guest(id, signsInWith, name, state, stateChangedAt, createdAt, invitation.withNextGeneration(), removal, inCharge, false,
                blocked, version);
    }

    Guest accepted(Instant now) {
        return answered(GuestState.ACCEPTED, InvitationStatus.COMPLETED, now);
    }

    Guest declined(Instant now) {
        return answered(GuestState.DECLINED, InvitationStatus.DECLINED, now);
    }

    Guest activated(Instant now) {
        require(state == GuestState.ACCEPTED, "has not accepted, so it cannot be activated");
        return inState(GuestState.ACTIVE, null, inCharge, now);
    }

    Guest removed(Removal how, String processInstance, Instant now) {
        require(state != GuestState.REMOVED, "is removed already");
        require(how.reason() != RemovalReason.LEFT || !blocked, "is blocked, so it cannot leave");
        require(how.reason() != RemovalReason.DECLINED || state == GuestState.DECLINED, "has not declined");
        require(how.reason() != RemovalReason.WITHDRAWN || state == GuestState.PENDING, "is not pending, so nothing can be withdrawn");
        require(how.reason() != RemovalReason.EXPIRED || state == GuestState.PENDING && invitation.isExpired(now), "has not expired");
        InvitationStatus end = how.reason() == RemovalReason.EXPIRED ? InvitationStatus.EXPIRED : InvitationStatus.WITHDRAWN;
        return with(invitation.ended(end), addressRejected).inState(GuestState.REMOVED, how, processInstance, now);
    }

    Guest askedForNewInvitation(Instant now) {
        require(state == GuestState.REMOVED, "is not removed");
        return new Guest(id, address, name, state, stateChangedAt, createdAt, invitation, removal.asked(now), inCharge, addressRejected,
                blocked, version);
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

    private Guest answered(GuestState answer, InvitationStatus status, Instant now) {
        require(state == GuestState.PENDING, "is not pending, so there is nothing to answer");
        require(!blocked, "is blocked, so it cannot answer");
        require(!invitation.isExpired(now), "has an expired invitation");
        return with(invitation.ended(status), addressRejected).inState(answer, null, inCharge, now);
    }

    private Guest inState(GuestState next, Removal how, String processInstance, Instant now) {
        return new Guest(id, address, name, next, now, createdAt, invitation, how, processInstance, addressRejected, blocked,
                version);
    }

    private Guest with(Invitation changed, boolean rejected) {
        return new Guest(id, address, name, state, stateChangedAt, createdAt, changed, removal, inCharge, rejected, blocked, version);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new NotAllowed(id, otherwise);
        }
    }
}
