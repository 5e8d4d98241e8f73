package io.guestflow.onboarding;

import com.zaxxer.hikari.HikariDataSource;
import io.guestflow.guest.WrongSetting;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * The smallest pool of connections with which nothing waits for itself. A job that sends a letter holds one connection and needs a second
 * for the dispatch log: were all of them held by such jobs, none could go on. Checked before the migrations, which need two themselves and
 * would end with a line about the database.
 */
@Component
class PoolSize implements FlywayConfigurationCustomizer {

    /** For the dispatch log, the search for due jobs, requests and the readiness probe. */
    private static final int BESIDE_JOBS = 4;

    private final DataSource database;
    private final CamundaBpmProperties engine;

    PoolSize(DataSource database, CamundaBpmProperties engine) {
        this.database = database;
        this.engine = engine;
    }

    /** @throws WrongSetting if the pool is smaller */
    @Override
    public void customize(FluentConfiguration migrations) {
        int threads = engine.getJobExecution().getMaxPoolSize();
        if (database instanceof HikariDataSource pool && pool.getMaximumPoolSize() < threads + BESIDE_JOBS) {
            throw new WrongSetting("spring.datasource.hikari.maximum-pool-size", "must be at least " + (threads + BESIDE_JOBS)
                    + ", four more than the job executor has threads (camunda.bpm.job-execution.max-pool-size)");
        }
    }
}
