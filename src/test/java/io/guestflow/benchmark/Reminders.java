package io.guestflow.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the reminders of a tenth of all waiting guests be due at once, and counts how fast the first ones leave. */
final class Reminders {

    private static final String OF_REMINDERS = """
            type_ = 'timer' and job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = 'Timer_ReminderDue')""";
    private static final int PARTS = 10;

    private final JdbcClient sql;
    private final InvitingProgram program;
    private final AtomicInteger letters = new AtomicInteger();
    private volatile long first;
    private int round;

    Reminders(DataSource database, InvitingProgram program) {
        this.sql = JdbcClient.create(database);
        this.program = program;
    }

    /** What the mail server hands over. */
    void read(String recipient, String letter) {
        if (recipient.startsWith("guest") && letters.incrementAndGet() == 1) {
            first = System.nanoTime();
        }
    }

    /** @param wanted how many letters are counted @return letters per second */
    double perSecond(int wanted) {
        letters.set(0);
        sql.sql("update act_ru_job set duedate_ = now() at time zone 'utc' - interval '1 day' where " + OF_REMINDERS
                + " and abs(hashtext(process_instance_id_)) % ? = ?").params(PARTS, round++ % PARTS).update();
        // a new job wakes those who look for jobs
        program.invite("hint" + System.nanoTime() + "@reminded.example");
        Awaitility.await("reminders").atMost(Duration.ofMinutes(3)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5))
                .until(() -> letters.get() >= wanted);
        double seconds = (System.nanoTime() - first) / 1e9;
        // a job that is being done holds rows which this would wait for, while that may wait for others of this
        sql.sql("update act_ru_job set duedate_ = now() + interval '3 days' where id_ in (select id_ from act_ru_job where duedate_ < now()"
                + " and lock_owner_ is null and " + OF_REMINDERS + " for update skip locked)").update();
        return (wanted - 1) / seconds;
    }
}
