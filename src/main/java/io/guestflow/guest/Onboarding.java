package io.guestflow.guest;

import java.time.Instant;
import java.util.Optional;

/** The running processes, in the words of guests. Every call takes part in the caller's transaction. */
public interface Onboarding {

    /** Starts an onboarding. @return the guest, pending */
    GuestId invite(InvitationRequest request);

    /** Tells a removed guest's running removal that the guest was invited again. */
    void invitedAgain(Guest removed);

    /**
     * Lets the running onboarding send the newest invitation letter, by the job that waits to send one or by another, and plans expiry and
     * reminders anew.
     */
    void sendAgain(Guest guest);

    /** Lets a letter that waits for its next try go out at once. @return false if none waits */
    boolean hastenLetter(Guest guest);

    /**
     * Lets the letters of a process that are due go out at that time instead, which is no failed try. It holds at once, whatever becomes
     * of the caller's transaction, which must fail, because it is one of those letters' own.
     */
    void postponeLetters(String processInstance, Instant turn);

    /**
     * Gives the expiry's timer, which runs too early because somebody has moved the date, the stored one. It holds at once, whatever becomes
     * of the caller's transaction, which must fail.
     */
    void postponeExpiry(Guest guest);

    /** Plans expiry and reminders anew, from the guest's stored dates. */
    void planAnew(Guest guest);

    /** Lets the onboarding go on with the stored answer; if it has not asked yet, it will find the answer when it does. */
    void answered(Guest guest);

    /** The form that the guest has to answer, as a JSON text; empty if the onboarding is not there (yet). */
    Optional<String> reviewForm(Guest guest);

    /** The guest whom a task of the staff is about. */
    Optional<GuestId> guestOfTask(String taskId);

    /** Completes the task "Correct address". @return false if there is no such task */
    boolean correctAddress(Guest guest, String newAddress);

    /** Starts a removal. */
    void remove(GuestId guest, RemovalReason reason, String note);

    /** Tells the onboarding in charge until now that its guest is being removed. */
    void guestRemoved(String processInstance);

    /** Completes the task "Restore or purge". */
    void decideRemoval(Guest removed, boolean restore);

    /** Opens the task "Answer request for a new invitation". */
    void newInvitationAskedFor(Guest removed);

    /** Starts the delivery of a queued letter that is not the onboarding's own. */
    void deliver(LetterKey key);
}
