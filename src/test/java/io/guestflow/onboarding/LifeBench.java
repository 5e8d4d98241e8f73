package io.guestflow.onboarding;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One guest of the real application, and what happens to it. */
class LifeBench {

    private static final Answers ANSWERS = new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now());
    private static final List<String> LETTERS_LEAVE = List.of("SendInvitation", "SendInvitation_Again");

    private static final int TRIES = 5;

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Onboarding onboardings;
    private final Resends resends;
    private final AddressCorrections corrections;
    private final Reviews reviews;
    private final Removals removals;
    private final Directory directory;
    private final Letters letters;
    private final LostRaces races;

    private volatile String address = UUID.randomUUID() + "@lives.example";
    private volatile GuestId id = GuestId.next();

    LifeBench(ProcessEngine engine, JdbcClient jdbc, Onboarding onboardings, Resends resends, AddressCorrections corrections, Reviews reviews,
              Removals removals, Directory directory, Letters letters, LostRaces races) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.onboardings = onboardings;
        this.resends = resends;
        this.corrections = corrections;
        this.reviews = reviews;
        this.removals = removals;
        this.directory = directory;
        this.letters = letters;
        this.races = races;
    }

    /** @return false if the step is refused in so many words, or somebody else was faster */
    boolean happens(LifeStep step) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("grace", null, "ROLE_USER_ADMINISTRATOR"));
        try {
            return switch (step) {
                case INVITE -> done(() -> id = onboardings.invite(request(null)));
                case RESEND -> done(() -> resends.resend(id));
                case CORRECT_ADDRESS -> done(() -> corrections.mend(id, UUID.randomUUID() + "@lives.example"));
                case RESET -> done(() -> onboardings.invite(request(id)));
                case DELIVER -> lettersLeave();
                case DAYS_PASS -> done(() -> change("update letter set changed_at = changed_at - interval '4' day where guest_id = :guest"));
                case REMIND -> done(() -> jobs("guest-onboarding", List.of("Timer_ReminderDue")).forEach(this::run));
                case ACCEPT -> done(() -> reviews.accept(existing(), ANSWERS));
                case DECLINE -> done(() -> reviews.decline(existing()));
                case DATE_PASSES -> done(this::letTheDatePass);
                case EXPIRE -> done(this::letTheDatePass) && fires("guest-onboarding", "StartEvent_InvitationExpired");
                case REMOVE -> done(() -> removals.start(id, RemovalReason.REQUESTED, null));
                case RESTORE -> done(() -> removals.decide(id, true));
                case PURGE -> done(() -> removals.decide(id, false));
                case RETENTION_ENDS -> fires("guest-removal", "Timer_RetentionOver");
            };
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    Optional<Guest> guest() {
        return directory.find(id);
    }

    boolean invitationWaits() {
        return letters.of(id).stream().filter(letter -> letter.key().purpose() == LetterPurpose.INVITATION).anyMatch(Letter::isWaiting);
    }

    /** Reminders of the newest invitation letter that have left. */
    long reminders() {
        return guest().map(guest -> letters.of(id).stream().map(Letter::key).filter(key -> key.purpose() == LetterPurpose.REMINDER)
                .filter(key -> key.subject().equals(guest.invitation().id()) && key.ordinal() / 100 == guest.invitation().letterNumber()).count()).orElse(0L);
    }

    /** The instances that are there for this guest, beside those that deliver other letters. */
    List<ProcessInstance> running() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list();
    }

    /** What waits for somebody, and in which instance. */
    Map<String, String> tasks() {
        return running().stream().flatMap(instance -> engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .collect(Collectors.toMap(Task::getTaskDefinitionKey, Task::getProcessInstanceId));
    }

    long incidents() {
        return running().stream().mapToLong(instance -> engine.getRuntimeService().createIncidentQuery().processInstanceId(instance.getId()).count()).sum();
    }

    /** As the job executor does it: a job that fails is tried again, while it has tries left. */
    private boolean lettersLeave() {
        for (int i = 0; i < TRIES; i++) {
            jobs("guest-onboarding", LETTERS_LEAVE).forEach(job -> done(() -> run(job)));
        }
        return true;
    }

    private Guest existing() {
        return guest().orElseThrow(() -> new NotAllowed(id, "is unknown"));
    }

    private InvitationRequest request(GuestId reset) {
        String now = guest().map(Guest::address).map(EmailAddress::value).orElse(address);
        return new InvitationRequest("Sam Guest", now, "Welcome!", List.of(), List.of(), true, null, List.of(), "en", null, null,
                reset == null ? null : reset.toString());
    }

    private void letTheDatePass() {
        change("update invitation set expires_at = expires_at - interval '60' day where guest_id = :guest and status = 'PENDING' and expires_at > now()");
    }

    private void change(String statement) {
        jdbc.sql(statement).param("guest", id.value()).update();
    }

    private boolean fires(String model, String timer) {
        List<Job> timers = jobs(model, List.of(timer)).toList();
        return !timers.isEmpty() && done(() -> run(timers.get(0)));
    }

    private Stream<Job> jobs(String model, List<String> elements) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(model).processInstanceBusinessKey(id.toString()).list().stream()
                .flatMap(instance -> elements.stream().flatMap(element -> engine.getManagementService().createJobQuery()
                        .processInstanceId(instance.getId()).activityId(element).list().stream()));
    }

    /** The job executor survives that the instance ends while it looks, which the engine reports in several ways; so must its understudy. */
    private void run(Job job) {
        try {
            engine.getManagementService().executeJob(job.getId());
        } catch (RuntimeException failure) {
            throw DataAccessUtils.translateIfNecessary(failure, races);
        }
    }

    private static boolean done(Runnable step) {
        try {
            step.run();
            return true;
        } catch (NotAllowed | Refused | LetterNotDelivered | ConcurrencyFailureException | DuplicateKeyException | ProcessEngineException refused) {
            return false;
        }
    }
}
