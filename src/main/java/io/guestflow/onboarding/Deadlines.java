package io.guestflow.onboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When the timers of the models are due; the guest's own dates decide, not the process.
 * Public, because the expressions of a model reach no other methods.
 */
@Component("deadlines")
public class Deadlines {

    /** A timer comes after the date that it stands for, so that it never finds an invitation that can still be accepted. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Directory directory;
    private final ObjectMapper json;
    private final GuestLetters letters;
    private final Settings settings;
    private final Clock clock;

    Deadlines(Directory directory, ObjectMapper json, GuestLetters letters, Settings settings, Clock clock) {
        this.directory = directory;
        this.json = json;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /** The invitation's expiry; before the guest exists, what it will be. */
    public Date expiry(DelegateExecution execution) {
        Instant expiry = guest(execution).map(guest -> guest.invitation().expiresAt()).or(() -> wanted(execution))
                .orElseGet(() -> clock.instant().plus(settings.invitation().validFor()));
        return Date.from(dueAfter(expiry));
    }

    /** When the timer of an expiry is due. */
    static Instant dueAfter(Instant expiry) {
        return expiry.plus(MARGIN);
    }

    /**
     * The next reminder, as a cycle of one (ISO 8601 section 4.5): a single boundary event reminds several times, because the
     * engine asks again whenever one is due. It is named a second late, so that asking again never finds the same one; with none
     * left it names a moment after the expiry, which the instance does not see.
     */
    public String reminder(DelegateExecution execution) {
        Instant next = guestId(execution).flatMap(letters::nextReminder)
                .orElseGet(() -> afterTheExpiry(execution));
        return "R1/" + next.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS) + "/PT1S";
    }

    /** Never a moment that is over: the engine refuses to open a task with such a timer, and the task may open late. */
    private Instant afterTheExpiry(DelegateExecution execution) {
        Instant expiry = expiry(execution).toInstant();
        return (expiry.isAfter(clock.instant()) ? expiry : clock.instant()).plus(1, ChronoUnit.DAYS);
    }

    /** The end of the time in which the removed guest can be restored. */
    public Date retentionOver(DelegateExecution execution) {
        return Date.from(guest(execution).map(guest -> guest.removal().purgeAfter())
                .orElseThrow(() -> new IllegalStateException("This removal has no guest.")));
    }

    /** What the invitation itself says, if anything; the first box refuses what cannot be read or is not allowed. */
    private Optional<Instant> wanted(DelegateExecution execution) {
        try {
            return Optional.ofNullable(GivenInvitation.of(execution, json).expiresAt()).map(expiry -> OffsetDateTime.parse(expiry.strip()).toInstant());
        } catch (Refused | DateTimeParseException refusedLater) {
            return Optional.empty();
        }
    }

    private Optional<Guest> guest(DelegateExecution execution) {
        return guestId(execution).flatMap(directory::find).filter(guest -> execution.getProcessInstanceId().equals(guest.inCharge()));
    }

    /** Before the first box has drawn the guest's id, the business key is whatever came in. */
    private static Optional<GuestId> guestId(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return key == null || key.length() != 36 || execution.getProcessInstanceId() == null ? Optional.empty() : Optional.of(Journey.guest(key));
    }
}
