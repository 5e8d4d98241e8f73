package io.guestflow.onboarding;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.Invitations;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Members;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Resends;
import io.guestflow.guest.Restorations;
import io.guestflow.guest.Reviews;
import io.guestflow.guest.Settings;
import io.guestflow.guest.TestGuests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.ZoneOffset;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * The engine, the models and the real boxes on a database in memory, with nothing behind them; no job runs unless a test asks
 * for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ProcessTest.Boxes.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:process;DB_CLOSE_DELAY=-1",
        "camunda.bpm.process-engine-name=process",
        "camunda.bpm.generate-unique-process-engine-name=false",
        "camunda.bpm.database.schema-update=true",
        "camunda.bpm.history-level=activity",
        "camunda.bpm.job-execution.enabled=false",
        "camunda.bpm.auto-deployment-enabled=false",
        "camunda.bpm.authorization.enabled=false",
        "camunda.bpm.generic-properties.properties.reevaluate-time-cycle-when-due=true",
        "camunda.bpm.generic-properties.properties.enable-exceptions-after-unhandled-bpmn-error=true"})
@MockitoBean(types = {Invitations.class, Resends.class, AddressCorrections.class, Reviews.class, Removals.class,
        Restorations.class, GuestLetters.class, Letters.class, Directory.class, Members.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface ProcessTest {

    /** The beans of this package, as in the program, on the clock of the tests, and with every element in the history. */
    @ComponentScan(basePackageClasses = GuestOnboarding.class, excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = KeptHistory.class)})
    @EnableConfigurationProperties(Settings.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class,
            ProjectInfoAutoConfiguration.class, CamundaBpmAutoConfiguration.class})
    class Boxes {

        @Bean
        Clock clock() {
            return Clock.fixed(TestGuests.NOW, ZoneOffset.UTC);
        }

        @Bean
        FlowCoverage flowCoverage() {
            return new FlowCoverage();
        }
    }
}
