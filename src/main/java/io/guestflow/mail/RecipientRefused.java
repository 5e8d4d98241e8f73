package io.guestflow.mail;

/** The mail server refused the recipient, and will always do so. */
class RecipientRefused extends Exception {

    private final transient ServerAnswer answer;

    RecipientRefused(ServerAnswer answer) {
        super("recipient refused");
        this.answer = answer;
    }

    ServerAnswer answer() {
        return answer;
    }
}
