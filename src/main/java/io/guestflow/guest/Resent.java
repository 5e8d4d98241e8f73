package io.guestflow.guest;

/** What became of the wish to send an invitation once more. */
public enum Resent {

    /** A new letter is on its way; expiry and reminders start anew. */
    SENT_AGAIN,
    /** A letter that waited for its next try goes out at once. */
    HASTENED,
    /** The last letter is younger than five minutes; nothing is sent. */
    JUST_SENT
}
