package io.guestflow.mail;

/** A letter did not leave this time. */
class Undelivered extends Exception {

    private final transient ServerAnswer answer;

    Undelivered(ServerAnswer answer) {
        super("not delivered");
        this.answer = answer;
    }

    ServerAnswer answer() {
        return answer;
    }
}
