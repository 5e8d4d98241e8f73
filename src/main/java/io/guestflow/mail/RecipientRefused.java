package io.guestflow.mail;

/** The mail server refused the recipient, and will always do so. */
class RecipientRefused extends Undelivered {

    RecipientRefused(ServerAnswer answer) {
        super(answer);
    }
}
