package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.guestflow.guest.Letters;
import io.guestflow.guest.WrongSetting;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class LockTimeTest {

    private static final Duration TRY = Duration.ofSeconds(90);

    private final Letters letters = mock(Letters.class);
    private final CamundaBpmProperties properties = new CamundaBpmProperties();

    @Test
    void refusesALockThatCanExpireBeforeTheLastLetterInTheQueueHasEnded() {
        jobs(8, 8, 8, 269_999);

        assertThatThrownBy(() -> check(TRY)).isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("camunda.bpm.job-execution.lock-time-in-millis must be at least 270000,");
    }

    @Test
    void takesALockThatLastsUntilThen() {
        jobs(8, 8, 8, 270_000);

        assertThatCode(() -> check(TRY)).doesNotThrowAnyException();
    }

    @Test
    void countsALastRoundThatIsNotFull() {
        jobs(4, 3, 2, 270_000);

        assertThatThrownBy(() -> check(TRY.plusMillis(1))).isInstanceOf(WrongSetting.class).hasMessageContaining("270003");
    }

    @Test
    void knowsTheEnginesOwnLockOfFiveMinutes() {
        assertThatCode(() -> check(Duration.ofSeconds(100))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Duration.ofSeconds(101))).isInstanceOf(WrongSetting.class).hasMessageContaining("303000");
    }

    @Test
    void isSatisfiedByWhatGuestflowComesWith() throws IOException {
        var settings = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml")).get(0);
        CamundaBpmProperties shipped = new Binder(ConfigurationPropertySources.from(settings)).bind("camunda.bpm", CamundaBpmProperties.class).get();
        given(letters.longestTry()).willReturn(TRY);

        assertThatCode(() -> new LockTime(shipped, letters)).doesNotThrowAnyException();
    }

    private void jobs(int threads, int queue, int acquired, int lock) {
        properties.getJobExecution().setCorePoolSize(threads);
        properties.getJobExecution().setQueueCapacity(queue);
        properties.getJobExecution().setMaxJobsPerAcquisition(acquired);
        properties.getJobExecution().setLockTimeInMillis(lock);
    }

    private void check(Duration longestTry) {
        given(letters.longestTry()).willReturn(longestTry);
        new LockTime(properties, letters);
    }
}
