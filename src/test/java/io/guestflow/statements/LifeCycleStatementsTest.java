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
import org.camunda.bpm.engine.history.HistoricActivityInstance;
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
    private Traffic codeLetter;
    private String guest;

    @BeforeEach
    void liveThroughOneLifeAfterAnotherThatFillsTheCaches() {
        new LifeCycle(web, engine, digits, database).run();
        var life = new LifeCycle(web, engine, digits, database);
        steps = new LinkedHashMap<>(life.run());
        guest = life.guest();
        codeLetter = life.codeLetter();
        assertThat(directory.find(GuestId.of(guest))).hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(GuestState.ACTIVE));
        var all = new Traffic();
        steps.values().forEach(all::addAll);
        steps.put(ALL, all);
    }

    @Test
    void sendsTheseStatementsAndNoOthers() {
        steps.forEach((step, traffic) -> System.out.printf("%-16s%s   apart: %s%n", step, traffic.counted(), traffic.apart()));

        assertThat(counted()).as(() -> steps.get(ALL).log().toString().replace(", ", "\n")).isEqualTo("""
                step            engine  own  all  commits  roundtrips
                invitation call      8    8   16        1          17
                letter              18    6   24        3          24
                link followed        0    1    1        1           1
                code asked for       0    1    1        1           1
                sign-in              0    1    1        1           2
                review               1    1    2        2           2
                acceptance          34   10   44        3          39
                life cycle          61   28   89       12          86
                """);
    }

    @Test
    void theLetterWithTheCodeIsCountedApart() {
        System.out.printf("code's letter   %s   apart: %s%n", codeLetter.counted(), codeLetter.apart());

        assertThat(codeLetter.counted()).as(() -> codeLetter.log().toString().replace(", ", "\n")).isEqualTo("    18    5   23        4          24");
    }

    @Test
    void staysWithinItsLimits() {
        assertThat(steps.get(ALL).statements()).isLessThanOrEqualTo(90);
        assertThat(steps.get(ALL).of(TableKind.ENGINE)).isLessThanOrEqualTo(62);
        assertThat(steps.get("invitation call").statements()).isLessThanOrEqualTo(20);
        assertThat(steps.get("invitation call").of(TableKind.ENGINE)).isLessThanOrEqualTo(8);
    }

    @Test
    void leavesInTheHistoryWhatTellsSomethingOfItsOwn() {
        String onboarding = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(guest).singleResult().getId();

        assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(onboarding).list())
                .extracting(HistoricActivityInstance::getActivityId).containsExactlyInAnyOrder("SendInvitation",
                        "UserTask_ReviewPermissions", "ActivateGuest", "TellInviter_Accepted", "EndEvent_GuestActivated");
    }

    private String counted() {
        var table = new StringBuilder("step            engine  own  all  commits  roundtrips\n");
        steps.forEach((step, traffic) -> table.append("%-16s%s\n".formatted(step, traffic.counted())));
        return table.toString();
    }
}
