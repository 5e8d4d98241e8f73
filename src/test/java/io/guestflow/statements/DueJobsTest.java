package io.guestflow.statements;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.GuestflowTest;
import io.guestflow.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's search for due jobs, sent to a PostgreSQL with the timers of many guests who have not answered. */
@GuestflowTest
class DueJobsTest {

    private static final int WAITING = 20_000;
    private static final String NOW = "now() at time zone 'utc'";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private CountingDatabase counting;
    @Autowired
    private TransactionTemplate transactions;

    /** A prepared statement belongs to its connection. */
    private Connection connection;
    private JdbcClient postgres;

    @BeforeEach
    void letManyWait(@Autowired Flyway flyway) throws SQLException {
        DataSource database = TestDatabase.emptyPostgres();
        Flyway.configure().configuration(flyway.getConfiguration()).dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql").load().migrate();
        connection = database.getConnection();
        postgres = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        postgres.sql("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, process_instance_id_, retries_, suspension_state_, duedate_)
                select 'job' || i, 1, 'timer', true, 'guest' || i, 5, 1, now() at time zone 'utc' + (case when i = 1 then -1 else 30 end) * interval '1 day'
                from generate_series(1, :waiting) i""").param("waiting", WAITING).update();
        postgres.sql("vacuum analyze act_ru_job").update();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    /** Once for these dates, once for any dates, where PostgreSQL takes a third of all jobs for due. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void areFoundWithoutALookAtThoseOfEverybodyWhoWaits(String planned) {
        postgres.sql("set plan_cache_mode = " + planned).update();
        String search = search();
        postgres.sql("prepare search as " + numbered(search)).update();

        String plan = postgres.sql("explain (analyze, buffers, format json) execute search(%s)".formatted(arguments(search))).query(String.class).single();

        assertThat(number(plan, "Actual Rows")).isEqualTo(1);
        int pages = number(plan, "Shared Hit Blocks") + number(plan, "Shared Read Blocks");
        assertThat(pages).as(plan).isLessThan(20);
    }

    /** Newer servers write numbers with decimals. */
    private static int number(String plan, String name) {
        return JsonPath.<Number>read(plan, "$[0].Plan['" + name + "']").intValue();
    }

    /** As the engine sends it, without its comments; what it finds among other tests' jobs is let go. */
    private String search() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Traffic traffic = counting.during(() -> transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            configuration.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(configuration.getJobExecutor()));
        }));
        return traffic.log().stream().filter(line -> line.contains("from ACT_RU_JOB RES")).findFirst()
                .map(line -> line.substring(line.indexOf("select")).replaceAll("-- (also exclusive|in progress)", "")).orElseThrow();
    }

    private static String numbered(String sql) {
        String[] parts = sql.split("\\?", -1);
        return IntStream.range(0, parts.length).mapToObj(i -> i == 0 ? parts[i] : "$" + i + parts[i]).collect(Collectors.joining());
    }

    /** Due until now, not locked until now, any deployments, others' locks until now, so many, from the first on. */
    private static String arguments(String sql) {
        int deployments = sql.split("\\?", -1).length - 1 - 5;
        return Stream.of(List.of(NOW, NOW), Collections.nCopies(deployments, "'deployment'"), List.of(NOW, "3", "0")).flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }
}
