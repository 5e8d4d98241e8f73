package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.guestflow.guest.WrongSetting;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcOperations;

class ConnectionPoolCheckTest {

    private final FlywayMigrationStrategy migrations = mock();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:pool-size")
            .withBean(FlywayMigrationStrategy.class, () -> migrations)
            .withBean("anythingThatNeedsTables", JdbcOperations.class, () -> mock())
            .withBean(CamundaBpmProperties.class, ConnectionPoolCheckTest::fourThreads)
            .withBean(ConnectionPoolCheck.class);

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void refusesAPoolInWhichJobsThatSendLettersWouldWaitForEachOthersConnectionsBeforeAnythingIsMigrated(int connections) {
        application.withPropertyValues("spring.datasource.hikari.maximum-pool-size=" + connections).run(start -> {
            assertThat(start).getFailure().rootCause().isInstanceOf(WrongSetting.class).hasMessage("spring.datasource.hikari.maximum-pool-size "
                    + "must be at least 8, four more than the job executor has threads (camunda.bpm.job-execution.max-pool-size).");
            verifyNoInteractions(migrations);
        });
    }

    @Test
    void takesTheSmallestPoolInWhichTheyDoNot() {
        application.withPropertyValues("spring.datasource.hikari.maximum-pool-size=8").run(start -> {
            assertThat(start).hasNotFailed();
            verify(migrations).migrate(any());
        });
    }

    @Test
    void refusesConnectionsWhoseStatementsOnTheDispatchLogNobodyWouldCommit() {
        application.withPropertyValues("spring.datasource.hikari.auto-commit=false").run(start -> {
            assertThat(start).getFailure().rootCause().isInstanceOf(WrongSetting.class).hasMessage(
                    "spring.datasource.hikari.auto-commit must be true, because the dispatch log of letters relies on it.");
            verifyNoInteractions(migrations);
        });
    }

    private static CamundaBpmProperties fourThreads() {
        var engine = new CamundaBpmProperties();
        engine.getJobExecution().setMaxPoolSize(4);
        return engine;
    }
}
