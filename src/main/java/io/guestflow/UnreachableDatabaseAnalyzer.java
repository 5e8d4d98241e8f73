package io.guestflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Turns a database that does not answer, or lets nobody in, into one clear line. */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<CannotGetJdbcConnectionException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, CannotGetJdbcConnectionException failure) {
        Throwable told = failure.getCause() == null ? failure : failure.getCause();
        String reason = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
        return new FailureAnalysis("spring.datasource.url names a database that cannot be used: " + reason.replaceFirst("\\.$", "") + ".", null, failure);
    }
}
