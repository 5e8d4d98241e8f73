package io.guestflow.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The same engine with the same settings, tables and models, and nothing around it; a process that answers how fast it is. */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, CamundaBpmAutoConfiguration.class})
class BareEngine {

    /** What a line begins with that is meant for the asking process. */
    static final String ANSWER = "answer ";

    public static void main(String[] settings) throws Exception {
        var application = new SpringApplicationBuilder(BareEngine.class).web(WebApplicationType.NONE).initializers(new BareBoxes())
                .properties("spring.main.banner-mode=off", "logging.threshold.console=off").build();
        application.getSources().addAll(List.of("io.guestflow.onboarding.EngineIds", "io.guestflow.onboarding.EngineTables",
                "io.guestflow.onboarding.KeptHistory"));
        try (ConfigurableApplicationContext context = application.run(settings)) {
            answerQuestions(new BareLives(context.getBean(ProcessEngine.class), context.getBean(BareSignals.class)));
        }
    }

    private static void answerQuestions(BareLives lives) throws Exception {
        System.out.println(ANSWER + "ready");
        var questions = new BufferedReader(new InputStreamReader(System.in));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            String[] words = question.split(" ");
            System.out.println(ANSWER + lives.perSecond(Boolean.parseBoolean(words[0]), Integer.parseInt(words[1]), Duration.parse(words[2])));
        }
    }
}
