package io.guestflow.guest;

import java.util.UUID;

/**
 * Names one letter; the dispatch log holds each key once, and the letter's Message-ID is made from it.
 *
 * @param subject the invitation, or the passcode
 * @param ordinal which letter of this purpose: for invitations the letter's number; for reminders the number of the
 *                invitation letter they remind of times 100, plus the reminder's place in the list, from 1
 */
public record LetterKey(UUID subject, LetterPurpose purpose, int ordinal) {

    /** Key of a letter from its text form. @throws IllegalArgumentException if the text is no key */
    public static LetterKey of(String text) {
        String[] parts = text.split("/");
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a letter's key");
        }
        return new LetterKey(UUID.fromString(parts[0]), LetterPurpose.valueOf(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return subject + "/" + purpose + "/" + ordinal;
    }
}
