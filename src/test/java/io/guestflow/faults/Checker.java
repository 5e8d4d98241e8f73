package io.guestflow.faults;

import io.guestflow.installation.Spool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads directory, engine, dispatch log and mail server as an auditor does, and says what does not fit together. */
final class Checker {

    /** How long a job that is due may wait for a thread once nothing else is to be done. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** Letters and jobs that somebody has in hand or will take up by itself; timers that wait for their day are at rest. */
    private static final String UNREST = """
            select (select count(*) from letter where state in ('QUEUED', 'SENDING'))
              + (select count(*) from act_ru_job where lock_owner_ is not null or type_ = 'message' or exception_msg_ is not null)""";

    private final JdbcClient database;
    private final Spool mail;

    Checker(DataSource database, Spool mail) {
        this.database = JdbcClient.create(database);
        this.mail = mail;
    }

    /** @return how long it took; whatever does not come to rest in time is among the findings */
    Duration awaitRest(Duration longest) {
        Instant begin = Instant.now();
        try {
            Awaitility.await("rest").atMost(longest).pollInterval(Duration.ofMillis(500)).pollInSameThread().until(this::isAtRest);
        } catch (ConditionTimeoutException restless) {
            Figures.print("checker", "restless after " + longest, database.sql(UNREST).query(Integer.class).single());
        }
        return Duration.between(begin, Instant.now());
    }

    /** @return one line for each finding, beginning with the name of the rule; none if everything fits */
    List<String> findings(Ledger told) {
        var findings = new ArrayList<>(ruleFindings());
        findings.addAll(told.findings(database));
        findings.addAll(post().findings());
        return findings;
    }

    List<String> ruleFindings() {
        Instant overdue = Instant.now().minus(MARGIN);
        return Rule.all().stream().flatMap(rule -> rule.findings(database, overdue).stream()).toList();
    }

    PostCheck post() {
        return new PostCheck(database, mail.letters());
    }

    private boolean isAtRest() {
        return database.sql(UNREST).query(Integer.class).single() == 0;
    }
}
