package io.guestflow.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Directory;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.PasscodeDigits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever changes one of these figures can say why the statement is there; src/docs/performance.md does. */
@GuestflowTest
class LifeCycleStatementsTest {

    private static final String ALL = "life cycle";

    @Autowired
    private MockMvc web;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private PasscodeDigits digits;
    @Autowired
    private Directory directory;
    @Autowired
    private CountingDatabase database;

    private Map<String, Traffic> steps;

    @BeforeEach
    void liveThroughOneLifeAfterAnotherThatFillsTheCaches() {
        new LifeCycle(web, engine, digits, database).run();
        var life = new LifeCycle(web, engine, digits, database);
        steps = new LinkedHashMap<>(life.run());
        assertThat(directory.find(GuestId.of(life.guest()))).hasValueSatisfying(guest -> assertThat(guest.state()).isEqualTo(GuestState.ACTIVE));
        var all = new Traffic();
        steps.values().forEach(all::addAll);
        steps.put(ALL, all);
    }

    @Test
    void sendsTheseStatementsAndNoOthers() {
        steps.forEach((step, traffic) -> System.out.printf("%-16s%s   apart: %s%n", step, traffic.counted(), traffic.apart()));

        assertThat(counted()).as(() -> steps.get(ALL).log().toString().replace(", ", "\n")).isEqualTo("""
                step            engine  own  all  commits  roundtrips
                invitation call     12    8   20        1          18
                letter              19    7   26        3          27
                link followed        0    1    1        1           2
                code asked for       0    1    1        1           2
                sign-in              0    1    1        1           2
                review               1    1    2        2           4
                acceptance          35    9   44        3          40
                life cycle          67   28   95       12          95
                """);
    }

    private String counted() {
        var table = new StringBuilder("step            engine  own  all  commits  roundtrips\n");
        steps.forEach((step, traffic) -> table.append("%-16s%s\n".formatted(step, traffic.counted())));
        return table.toString();
    }
}
