package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
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
