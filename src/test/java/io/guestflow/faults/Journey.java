package io.guestflow.faults;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.GuestBrowser;
import io.guestflow.installation.Program.Invitation;
import io.guestflow.installation.Spool;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One guest's way through an installation that may fail at any moment; guests begin anew at any node until they have had their answer. */
final class Journey {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient web;
    private final Spool mail;
    private final PatientProgram program;

    Journey(HttpClient web, Spool mail, PatientProgram program) {
        this.web = web;
        this.mail = mail;
        this.program = program;
    }

    /** @return where the guest should be now */
    Fate go(Way way, Invitation invitation) {
        return switch (way) {
            case WAITS -> Fate.PENDING;
            case ACCEPTS -> accepts(invitation) ? Fate.ACTIVE : Fate.UNSURE;
            case DECLINES -> declines(invitation) ? Fate.REMOVED : Fate.UNSURE;
            case IS_REMOVED -> removed(invitation);
            case ACCEPTS_AND_IS_REMOVED -> accepts(invitation) ? removed(invitation) : Fate.UNSURE;
            case IS_RESTORED -> {
                removed(invitation);
                program.restore(invitation);
                yield Fate.INVITED_ANEW;
            }
            case IS_PURGED -> {
                removed(invitation);
                program.purge(invitation);
                yield Fate.PURGED;
            }
        };
    }

    private Fate removed(Invitation invitation) {
        program.remove(invitation);
        return Fate.REMOVED;
    }

    private boolean accepts(Invitation invitation) {
        return patiently(() -> browse(browser -> browser.accept(link(invitation), invitation.address())) || program.hasAccepted(invitation));
    }

    private boolean declines(Invitation invitation) {
        return patiently(() -> browse(browser -> browser.decline(link(invitation), invitation.address())) || program.isGone(invitation));
    }

    private boolean browse(Visit visit) throws InterruptedException {
        try {
            return visit.succeeds(new GuestBrowser(web, mail));
        } catch (IOException | ConditionTimeoutException unreachable) {
            return false;
        }
    }

    private String link(Invitation invitation) {
        return invitation.link().replace(Installation.HOME, program.anyHome());
    }

    private static boolean patiently(Callable<Boolean> tries) {
        try {
            Awaitility.await("answer of a guest").atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1)).pollInSameThread().until(tries);
            return true;
        } catch (ConditionTimeoutException unanswered) {
            return false;
        }
    }

    /** What becomes of an invitation, and how many of a hundred go that way. */
    enum Way {
        WAITS(25), ACCEPTS(30), DECLINES(10), IS_REMOVED(10), ACCEPTS_AND_IS_REMOVED(10), IS_RESTORED(8), IS_PURGED(7);

        private final int ofAHundred;

        Way(int ofAHundred) {
            this.ofAHundred = ofAHundred;
        }

        /** @param number from 0 to 99 */
        static Way of(int number) {
            int left = number;
            for (Way way : values()) {
                left -= way.ofAHundred;
                if (left < 0) {
                    return way;
                }
            }
            throw new IllegalArgumentException("not one of a hundred: " + number);
        }
    }

    @FunctionalInterface
    private interface Visit {
        boolean succeeds(GuestBrowser browser) throws IOException, InterruptedException;
    }
}
