package io.guestflow.mail;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.LetterKey;
import java.util.List;
import java.util.Locale;

/**
 * A letter, written and ready to be sent.
 *
 * @param fromName what the mail program shows as the sender
 * @param replyTo  whom an answer reaches, null for the sender
 */
record Sheet(LetterKey key, String fromName, Correspondent to, Correspondent replyTo, List<EmailAddress> cc, Locale language,
             String subject, Text text) {

    Sheet {
        fromName = new Foreign(fromName).oneLine();
        subject = new Foreign(subject).oneLine();
    }

    EmailAddress recipient() {
        return to.address();
    }

    /** The same words twice, for mail programs with and without HTML. */
    record Text(String html, String plain) {
    }
}
