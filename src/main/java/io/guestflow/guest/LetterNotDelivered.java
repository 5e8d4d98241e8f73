package io.guestflow.guest;

/** A letter could not be delivered this time; the dispatch log has the mail server's words, this message has none of them. */
public class LetterNotDelivered extends RuntimeException {

    /** @param replyCode the mail server's reply code, or 0 if there was no reply */
    public LetterNotDelivered(LetterKey key, int replyCode) {
        super("Letter " + key + " was not delivered" + (replyCode == 0 ? " (no answer)." : " (reply " + replyCode + ")."));
    }
}
