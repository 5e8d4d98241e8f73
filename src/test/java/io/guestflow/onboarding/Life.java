package io.guestflow.onboarding;

import static io.guestflow.guest.GuestState.ACCEPTED;
import static io.guestflow.guest.GuestState.ACTIVE;
import static io.guestflow.guest.GuestState.DECLINED;
import static io.guestflow.guest.GuestState.PENDING;
import static io.guestflow.guest.GuestState.REMOVED;

import io.guestflow.guest.GuestState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The model in memory: what a guest's life must look like, without a process, a database or a mail server.
 *
 * @param state       null for a guest whom nobody knows
 * @param before      what a removed guest was
 * @param asked       the onboarding has sent a letter, and so asks for an answer
 * @param letterWaits the newest invitation letter has not left
 * @param days        since the newest letter left
 * @param expired     the invitation's date is over
 * @param reminded    which reminders of the newest letter have left: the first, the second and so on, as bits
 */
record Life(GuestState state, GuestState before, boolean asked, boolean letterWaits, int days, boolean expired, int reminded) {

    static final Life UNKNOWN = new Life(null, null, false, false, 0, false);
    static final Life INVITED = new Life(PENDING, null, false, true, 0, false);

    /** After how many days a guest is reminded, as it is set. */
    private static final int[] REMINDERS = {3, 7, 14};

    private Life(GuestState state, GuestState before, boolean asked, boolean letterWaits, int days, boolean expired) {
        this(state, before, asked, letterWaits, days, expired, 0);
    }

    int reminders() {
        return Integer.bitCount(reminded);
    }

    /** The life after the step; empty if the step must be refused. */
    Optional<Life> after(LifeStep step) {
        return switch (step) {
            case INVITE -> state == null || state == REMOVED ? Optional.of(INVITED) : onlyIf(state == PENDING, letterWantedAgain());
            case RESEND -> onlyIf(state == PENDING, letterWantedAgain());
            case CORRECT_ADDRESS -> onlyIf(state == PENDING, newLetter());
            case RESET -> state == ACTIVE ? Optional.of(INVITED) : onlyIf(state == PENDING, newLetter());
            case DELIVER -> Optional.of(delivered());
            case DAYS_PASS -> Optional.of(new Life(state, before, asked, letterWaits, days + 4, expired, reminded));
            case REMIND -> Optional.of(remindedOnce());
            case ACCEPT -> onlyIf(state == PENDING && !expired, answered(ACCEPTED));
            case DECLINE -> onlyIf(state == PENDING && !expired, answered(DECLINED));
            case DATE_PASSES -> Optional.of(new Life(state, before, asked, letterWaits, days, expired || state == PENDING, reminded));
            case EXPIRE -> onlyIf(state == PENDING, removed());
            case REMOVE -> onlyIf(state != null && state != REMOVED, removed());
            case RESTORE -> onlyIf(state == REMOVED, before == ACTIVE ? new Life(ACTIVE, null, true, false, 0, false) : INVITED);
            case PURGE, RETENTION_ENDS -> onlyIf(state == REMOVED, UNKNOWN);
        };
    }

    /** The life after all of the steps; empty if one of them must be refused. */
    Optional<Life> after(List<LifeStep> steps) {
        Optional<Life> life = Optional.of(this);
        for (LifeStep step : steps) {
            life = life.flatMap(now -> now.after(step));
        }
        return life;
    }

    /** The life after steps of which some may be refused. */
    Life afterWhatIsAllowedOf(List<LifeStep> steps) {
        Life life = this;
        for (LifeStep step : steps) {
            life = life.after(step).orElse(life);
        }
        return life;
    }

    /** A letter that waits goes out at once, and one that has just left is not repeated. */
    private Life letterWantedAgain() {
        return letterWaits || days == 0 ? this : newLetter();
    }

    private Life newLetter() {
        return new Life(state, before, asked, true, 0, false);
    }

    private Life delivered() {
        return state == ACCEPTED || state == DECLINED ? new Life(state, before, true, false, 0, false).answered(state)
                : new Life(state, before, asked || letterWaits, false, letterWaits ? 0 : days, expired, reminded);
    }

    /** The latest reminder that is due leaves, unless it has left; one that was missed before is not made up for. */
    private Life remindedOnce() {
        int due = (int) IntStream.of(REMINDERS).filter(after -> days >= after).count();
        return state == PENDING && !expired && asked && !letterWaits && due > 0
                ? new Life(state, before, true, false, days, expired, reminded | 1 << due) : this;
    }

    /** An answer counts at once, and the onboarding goes on as soon as it asks. */
    private Life answered(GuestState answer) {
        if (!asked) {
            return new Life(answer, null, false, letterWaits, days, expired);
        }
        return answer == ACCEPTED ? new Life(ACTIVE, null, true, false, 0, false) : new Life(DECLINED, null, true, false, 0, false).removed();
    }

    private Life removed() {
        return new Life(REMOVED, state, false, false, 0, false);
    }

    private static Optional<Life> onlyIf(boolean allowed, Life then) {
        return allowed ? Optional.of(then) : Optional.empty();
    }
}
