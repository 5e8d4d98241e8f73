package io.guestflow.onboarding;

import io.guestflow.guest.Letters;
import io.guestflow.guest.WrongSetting;
import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.stereotype.Component;

/**
 * Holds that a job stays locked until its letter has come to an end, however many letters come before it, because another node takes
 * it over when the lock expires.
 */
@Component
class LockTime {

    /** What the engine does where nothing is set. */
    private static final int JOBS_PER_ACQUISITION = 3;
    private static final Duration LOCK = Duration.ofMinutes(5);

    /** @throws WrongSetting if the lock can expire too early */
    LockTime(CamundaBpmProperties properties, Letters letters) {
        JobExecutionProperty jobs = properties.getJobExecution();
        Duration lock = jobs.getLockTimeInMillis() == null ? LOCK : Duration.ofMillis(jobs.getLockTimeInMillis());
        Duration needed = longest(jobs, letters.longestTry());
        if (lock.compareTo(needed) < 0) {
            throw new WrongSetting("camunda.bpm.job-execution.lock-time-in-millis", "must be at least " + needed.toMillis()
                    + ", or a letter could leave twice: as long as every job before it takes up to guestflow.mail.deadline");
        }
    }

    /** The jobs that can wait before a letter, shared out among the threads, and the letter itself. */
    private static Duration longest(JobExecutionProperty jobs, Duration longestTry) {
        int acquired = jobs.getMaxJobsPerAcquisition() == null ? JOBS_PER_ACQUISITION : jobs.getMaxJobsPerAcquisition();
        int before = jobs.getQueueCapacity() + acquired;
        int rounds = (before + jobs.getCorePoolSize() - 1) / jobs.getCorePoolSize();
        return longestTry.multipliedBy(rounds + 1L);
    }
}
