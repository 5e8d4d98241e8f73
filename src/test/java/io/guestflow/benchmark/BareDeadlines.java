package io.guestflow.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Timers as those of a guest, without a guest. Public, because the expressions of a model reach no other methods. */
public final class BareDeadlines {

    public Date expiry(DelegateExecution execution) {
        return Date.from(Instant.now().plus(Duration.ofDays(30)));
    }

    public String reminder(DelegateExecution execution) {
        return "R1/" + Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS) + "/PT1S";
    }
}
