package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.guestflow.guest.WrongSetting;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;

class PoolSizeTest {

    @Test
    void jobsThatSendLettersNeverWaitForEachOthersConnections() {
        assertThatThrownBy(() -> start(11)).isInstanceOf(WrongSetting.class).hasMessage("spring.datasource.hikari.maximum-pool-size must be at least "
                + "12, four more than the job executor has threads (camunda.bpm.job-execution.max-pool-size).");
        assertThatCode(() -> start(12)).doesNotThrowAnyException();
    }

    private static void start(int connections) {
        var engine = new CamundaBpmProperties();
        engine.getJobExecution().setMaxPoolSize(8);
        try (var pool = new HikariDataSource()) {
            pool.setMaximumPoolSize(connections);
            new PoolSize(pool, engine);
        }
    }
}
