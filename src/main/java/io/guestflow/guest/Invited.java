package io.guestflow.guest;

/**
 * What an invitation led to.
 *
 * @param alreadyInvited the guest was pending already; the letter has to be repeated and nothing else
 * @param letterWanted   whether a letter has to be sent
 */
public record Invited(GuestId guest, boolean alreadyInvited, boolean letterWanted) {
}
