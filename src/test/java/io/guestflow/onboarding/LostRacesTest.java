package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

class LostRacesTest {

    private final LostRaces races = new LostRaces();

    @Test
    void saysThatAProcessWasChangedMeanwhile() {
        assertThat(races.translateExceptionIfPossible(new OptimisticLockingException("changed"))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void knowsThatTheEngineTripsOverAProcessThatEndsWhileItLooks() {
        assertThat(races.translateExceptionIfPossible(thrownIn("org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker")))
                .isInstanceOf(OptimisticLockingFailureException.class).hasMessageNotContaining("null");
    }

    @Test
    void saysThatTheDatabaseIsOutOfReach() {
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLException("connection refused", "08001"))))
                .isInstanceOf(DataAccessResourceFailureException.class).hasMessageNotContaining("refused");
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLException("shut down", "57P01"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLNonTransientConnectionException("closed", "90098"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLException("too long", "22001")))).isNull();
    }

    @Test
    void saysThatTheDatabaseHasNoRoomLeft() {
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLException("disk full", "53100"))))
                .as("PostgreSQL").isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new SQLException("could not write", "58030"))))
                .as("PostgreSQL").isInstanceOf(DataAccessResourceFailureException.class);
        var full = new SQLException("General error", "HY000", 50_000, new IOException("No space left on device"));
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", full)))
                .as("H2").isInstanceOf(DataAccessResourceFailureException.class);
        var batch = new BatchUpdateException("General error", "HY000", 50_000, new int[0]);
        batch.setNextException(full);
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", batch)))
                .as("H2, within a batch").isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(races.translateExceptionIfPossible(new ProcessEngineException("no", new IOException("no model")))).isNull();
    }

    @Test
    void leavesOurOwnMistakesWhatTheyAre() {
        assertThat(races.translateExceptionIfPossible(thrownIn("io.guestflow.onboarding.CamundaOnboarding"))).isNull();
        assertThat(races.translateExceptionIfPossible(new NullPointerException())).isNull();
    }

    private static NullPointerException thrownIn(String place) {
        var failure = new NullPointerException();
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "check", null, 1)});
        return failure;
    }
}
