package io.guestflow.onboarding;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine's jobs that send letters of an onboarding, and its timers. */
@Component
class LetterJobs {

    private static final List<String> SENDERS = List.of(GuestOnboarding.Elements.SEND_INVITATION,
            GuestOnboarding.Elements.SEND_INVITATION_AGAIN);
    private static final List<String> TIMERS = List.of(GuestOnboarding.Elements.REMINDER_DUE, GuestOnboarding.Elements.INVITATION_EXPIRED);

    private final ManagementService management;
    private final Clock clock;

    LetterJobs(ManagementService management, Clock clock) {
        this.management = management;
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
        jobs(processInstance, TIMERS).forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    /** Gives a job one more try, if it still exists. */
    void retry(String jobId) {
        Job job = management.createJobQuery().jobId(jobId).processDefinitionKey(GuestOnboarding.KEY).singleResult();
        if (job != null) {
            dueNow(job);
        }
    }

    private void dueNow(Job job) {
        Date now = Date.from(clock.instant());
        if (job.getRetries() == 0) {
            management.setJobRetries(job.getId(), 1);
        }
        if (job.getDuedate() != null && job.getDuedate().after(now)) {
            management.setJobDuedate(job.getId(), now);
        }
    }

    private Stream<Job> jobs(String processInstance, List<String> elements) {
        return management.createJobQuery().processInstanceId(processInstance).list().stream()
                .filter(job -> elements.contains(elementOf(job)));
    }

    private String elementOf(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
    }
}
