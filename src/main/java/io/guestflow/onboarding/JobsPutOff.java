package io.guestflow.onboarding;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings back jobs that a node whose clock is ahead has made or failed at: by its clock they come soon, by all others' only when
 * that time has come. No job but a timer waits half a day otherwise, and the database's clock is everybody's. One that somebody has
 * left without a date would never come, because the engine looks for dates only.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsPutOff {

    private static final Logger LOG = LoggerFactory.getLogger(JobsPutOff.class);
    private static final String BRING_BACK = """
            update act_ru_job set duedate_ = localtimestamp, rev_ = rev_ + 1
            where type_ = 'message' and (duedate_ is null or duedate_ > localtimestamp + interval '12' hour) and lock_owner_ is null""";

    private final JdbcClient jdbc;

    JobsPutOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void bringBack() {
        int jobs = jdbc.sql(BRING_BACK).update();
        if (jobs > 0) {
            LOG.warn("{} jobs had no date, or were put off for more than half a day, and go on now; is the clock of a node wrong?", jobs);
        }
    }
}
