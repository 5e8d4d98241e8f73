package io.guestflow;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Turns a database that cannot be brought up to date – unreachable, changed by hand, a migration that failed – into one clear line. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    private static final int HEADING_AND_REASON = 2;

    @Override
    protected FailureAnalysis analyze(Throwable start, FlywayException failure) {
        return new FailureAnalysis("The database cannot be brought up to date: " + reason(failure) + ".", null, failure);
    }

    /** What Flyway says above its table of details, and the server's own words where it has refused something. */
    private static String reason(FlywayException failure) {
        String heading = failure.getMessage().lines().map(String::strip).takeWhile(line -> !line.startsWith("---")).filter(line -> !line.isEmpty())
                .limit(HEADING_AND_REASON).map(MigrationFailureAnalyzer::withoutEnd).collect(Collectors.joining(": "));
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause instanceof SQLException ? heading + ": " + cause.getMessage().lines().findFirst().map(MigrationFailureAnalyzer::withoutEnd).orElse("")
                : heading;
    }

    private static String withoutEnd(String line) {
        return line.replaceFirst("[.:]+$", "");
    }
}
