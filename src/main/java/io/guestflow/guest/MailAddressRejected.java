package io.guestflow.guest;

/**
 * The mail server refused an address for good (a permanent reply to RCPT TO, RFC 5321 section 4.2.1). It is checked, so that it
 * passes transaction boundaries without marking the transaction as failed.
 */
public class MailAddressRejected extends Exception {

    public MailAddressRejected(LetterKey key, int replyCode) {
        super("Letter " + key + " was refused with " + replyCode + ".");
    }
}
