package io.guestflow.guest;

/**
 * An invitation and whom it was for.
 *
 * @param guest         stands here with this invitation in the place of the newest
 * @param principalName the guest's user principal name
 */
public record ListedInvitation(Guest guest, String principalName) {

    public Invitation invitation() {
        return guest.invitation();
    }
}
