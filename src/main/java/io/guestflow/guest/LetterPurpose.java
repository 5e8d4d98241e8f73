package io.guestflow.guest;

/** What a letter is for. */
public enum LetterPurpose {

    INVITATION, REMINDER, PASSCODE,
    INVITER_ACCEPTED, INVITER_DECLINED, INVITER_EXPIRED, INVITER_ADDRESS_REJECTED, INVITER_LETTER_FAILED
}
