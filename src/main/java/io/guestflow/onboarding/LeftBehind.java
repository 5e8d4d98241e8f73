package io.guestflow.onboarding;

import io.guestflow.guest.Letters;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Frees at the start what a killed program had in hand, where that one is dead for sure: the embedded database belongs to one process at
 * a time. Several nodes on one database wait until the locks expire. The engine's API cannot take a lock from a job.
 */
@Component
class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private final JdbcClient jdbc;
    private final Letters letters;
    private final Clock clock;
    private final boolean alone;

    LeftBehind(JdbcClient jdbc, Letters letters, Clock clock, @Value("${spring.datasource.url}") String database) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
        this.alone = belongsToOneProcess(database);
    }

    /** Before the first job is acquired, which is when the application is ready. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void free() {
        if (alone) {
            letters.takeBack();
            int freed = jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1 where lock_exp_time_ > :now")
                    .param("now", Timestamp.from(clock.instant())).update();
            if (freed > 0) {
                LOG.info("{} jobs that were left behind go on at once", freed);
            }
        }
    }

    private static boolean belongsToOneProcess(String database) {
        String url = database.toUpperCase(Locale.ROOT);
        return (url.startsWith("JDBC:H2:FILE:") || url.startsWith("JDBC:H2:MEM:")) && !url.contains("AUTO_SERVER=TRUE");
    }
}
