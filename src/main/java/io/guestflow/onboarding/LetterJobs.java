package io.guestflow.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's jobs that send letters of an onboarding, and its timers. */
@Component
class LetterJobs {

    private static final List<String> SENDERS = List.of(GuestOnboarding.Elements.SEND_INVITATION,
            GuestOnboarding.Elements.SEND_INVITATION_AGAIN);
    private static final List<String> TIMERS = List.of(GuestOnboarding.Elements.REMINDER_DUE, GuestOnboarding.Elements.INVITATION_EXPIRED);

    private static final List<String> LETTERS = List.of(GuestOnboarding.Elements.SEND_INVITATION, GuestOnboarding.Elements.SEND_INVITATION_AGAIN,
            GuestOnboarding.Elements.REMINDER_DUE, LetterDelivery.Elements.SEND_LETTER);

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    LetterJobs(ManagementService management, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.management = management;
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Lets waiting letters go out at once. @return false if there are none */
    boolean hasten(String processInstance) {
        List<Job> waiting = jobs(processInstance, SENDERS).toList();
        waiting.forEach(this::dueNow);
        return !waiting.isEmpty();
    }

    /** Evaluates the timers anew. */
    void planAnew(String processInstance) {
        jobs(processInstance, TIMERS).forEach(timer -> change(timer, () -> management.recalculateJobDuedate(timer.getId(), false)));
    }

    /** Puts off the letters of a process that are due, while one of them runs. */
    void postponeLetters(String processInstance, Instant turn) {
        postpone(processInstance, LETTERS, clock.instant(), turn);
    }

    /** Puts off the expiry, while it runs, even if somebody runs it by hand before its date. */
    void postponeExpiry(String processInstance, Instant expiry) {
        postpone(processInstance, List.of(GuestOnboarding.Elements.INVITATION_EXPIRED), expiry, expiry);
    }

    /**
     * Gives jobs that are due by then another date. The engine's API would join the running job's transaction, which is about to fail; and
     * a lock that is another than the job began with tells the engine that this failure is not its business.
     */
    private void postpone(String processInstance, List<String> elements, Instant dueBy, Instant date) {
        atOnce.executeWithoutResult(transaction -> jdbc.sql("""
                update act_ru_job set duedate_ = :date, lock_exp_time_ = :now, rev_ = rev_ + 1
                where process_instance_id_ = :instance and (duedate_ is null or duedate_ <= :dueBy)
                  and job_def_id_ in (select id_ from act_ru_jobdef where act_id_ in (:elements))""")
                .param("date", Timestamp.from(date)).param("now", Timestamp.from(clock.instant())).param("dueBy", Timestamp.from(dueBy))
                .param("instance", processInstance).param("elements", elements).update());
    }

    /** Gives a job one more try, if it still exists. */
    void retry(String jobId) {
        Job job = management.createJobQuery().jobId(jobId).processDefinitionKey(GuestOnboarding.KEY).singleResult();
        if (job != null) {
            dueNow(job);
        }
    }

    private void dueNow(Job job) {
        if (job.getRetries() == 0) {
            change(job, () -> management.setJobRetries(job.getId(), 1));
        }
        // also where it is due already: if it runs at this very moment, it begins anew and finds the letter that was asked for meanwhile
        change(job, () -> management.setJobDuedate(job.getId(), Date.from(clock.instant())));
    }

    /**
     * Where the job has ended since it was found, whoever wanted the change is told to try again. The engine says only that it finds none, so
     * the job is looked for; not after a failure of the database, whose transaction takes no more questions.
     */
    private void change(Job job, Runnable how) {
        try {
            how.run();
        } catch (ProcessEngineException failure) {
            if (!(failure instanceof ProcessEnginePersistenceException) && management.createJobQuery().jobId(job.getId()).count() == 0) {
                throw new OptimisticLockingFailureException("A job ended in the same moment.", failure);
            }
            throw failure;
        }
    }

    private Stream<Job> jobs(String processInstance, List<String> elements) {
        return elements.stream().flatMap(element ->
                management.createJobQuery().processInstanceId(processInstance).activityId(element).list().stream());
    }
}
