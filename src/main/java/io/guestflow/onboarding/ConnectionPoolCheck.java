package io.guestflow.onboarding;

import com.zaxxer.hikari.HikariDataSource;
import io.guestflow.guest.WrongSetting;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Refuses a pool of connections in which something would wait for itself or be lost. A job that sends a letter holds one connection and needs a
 * second for the dispatch log: were all of them held by such jobs, none could go on. What that second one writes commits itself. Checked before
 * the migrations, which need two themselves and would end with a line about the database.
 */
@Component
class ConnectionPoolCheck implements FlywayConfigurationCustomizer {

    /** For the dispatch log, the search for due jobs, requests and the readiness probe. */
    private static final int BESIDE_JOBS = 4;

    private final DataSource database;
    private final CamundaBpmProperties engine;

    ConnectionPoolCheck(DataSource database, CamundaBpmProperties engine) {
        this.database = database;
        this.engine = engine;
    }

    /** @throws WrongSetting if the pool is too small, or its connections wait for somebody to commit */
    @Override
    public void customize(FluentConfiguration migrations) {
        if (database instanceof HikariDataSource pool) {
            check(pool);
        }
    }

    private void check(HikariDataSource pool) {
        if (!pool.isAutoCommit()) {
            throw new WrongSetting("spring.datasource.hikari.auto-commit", "must be true, because the dispatch log of letters relies on it");
        }
        int threads = engine.getJobExecution().getMaxPoolSize();
        if (pool.getMaximumPoolSize() < threads + BESIDE_JOBS) {
            throw new WrongSetting("spring.datasource.hikari.maximum-pool-size", "must be at least " + (threads + BESIDE_JOBS)
                    + ", four more than the job executor has threads (camunda.bpm.job-execution.max-pool-size)");
        }
    }
}
