package io.guestflow.guest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes and sends letters and keeps the dispatch log. */
public interface Letters {

    /** Notes that a letter shall be sent, in the caller's transaction. @return false if it was noted before */
    boolean queue(LetterKey key, GuestId guest);

    /**
     * Sends the letter, unless the dispatch log knows it as sent or dropped; then it does nothing. The log's entries are
     * committed in transactions of their own, before and after the conversation with the mail server.
     *
     * @param guest as the caller has just read it; what it says goes into the letter
     * @throws MailAddressRejected  if the mail server refuses the recipient for good
     * @throws LetterNotDelivered   if it could not be delivered this time
     * @throws LetterPostponed      if too many letters are leaving; nothing is noted then
     */
    void deliver(LetterKey key, Guest guest) throws MailAddressRejected;

    /** As {@link #deliver(LetterKey, Guest)} for a letter that was queued; nothing happens if it is not in the log (any more). */
    void deliver(LetterKey key) throws MailAddressRejected;

    Optional<Letter> find(LetterKey key);

    /** Every letter of the guest, newest first. */
    List<Letter> of(GuestId guest);

    /** Notes that a queued letter has no try left, in the caller's transaction. */
    void giveUp(LetterKey key);

    /** Queues a letter that was given up, in the caller's transaction. */
    void goOn(LetterKey key);

    /** Queues again what a program had in hand that is dead for sure. */
    void takeBack();

    /** How long one try can take, from the moment when the letter is taken up until its end is noted. */
    Duration longestTry();

    /** Drops the guest's letters that have not left yet, in the caller's transaction. */
    void dropWaiting(GuestId guest);
}
