package io.guestflow.guest;

/**
 * Somebody in the directory who has a mail address.
 *
 * @param guest null if it is a member
 */
public record AddressHolder(Guest guest) {

    boolean isMember() {
        return guest == null;
    }
}
