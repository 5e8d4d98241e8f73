package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An operator reads what failed and where in one line, and nobody's address. */
class FailureInOneLineTest {

    private final FailureInOneLine converter = new FailureInOneLine();

    @Test
    void namesKindsAndPlaceButNotWhatMayNameAGuest() {
        String line = line(new IllegalStateException("outside", new IllegalArgumentException("sam@partner.example is taken")));

        assertThat(line).startsWith("    IllegalStateException by IllegalArgumentException at io.guestflow.FailureInOneLineTest.namesKinds").hasLineCount(1);
    }

    @Test
    void saysWhyAFileOrNetworkFailed() {
        assertThat(line(new IllegalStateException(new IOException("No space left on device"))))
                .startsWith("    IllegalStateException by IOException (No space left on device) at ");
    }

    @Test
    void saysADatabasesCodeButNotItsSentenceWhichMayNameAGuest() {
        assertThat(line(new IllegalStateException(new SQLException("Key (mail)=(sam@partner.example) already exists.", "23505"))))
                .startsWith("    IllegalStateException by SQLException (SQLSTATE 23505) at ");
    }

    @Test
    void saysNoCodeWhereADatabaseGivesNone() {
        assertThat(line(new SQLException("timed out"))).startsWith("    SQLException at ");
    }

    @Test
    void saysNothingWhereNothingFailed() {
        assertThat(line(null)).isEmpty();
    }

    private String line(Throwable failure) {
        return converter.convert(new LoggingEvent("", new LoggerContext().getLogger("any"), Level.WARN, "It failed.", failure, null));
    }
}
