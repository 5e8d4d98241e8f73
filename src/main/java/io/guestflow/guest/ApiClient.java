package io.guestflow.guest;

/**
 * A program that calls the API.
 *
 * @param id          client id, as its tokens name it
 * @param displayName what guests read as the inviter's name
 * @param replyTo     where answers to its letters go, null if nowhere
 */
public record ApiClient(String id, String displayName, EmailAddress replyTo) {
}
