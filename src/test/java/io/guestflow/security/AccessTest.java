package io.guestflow.security;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import io.guestflow.portal.PortalBench;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Everybody at every door of the running application, by a real request, beside the table of who comes in. */
@GuestflowTest
@Tag("same-on-every-database")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private final AccessTable table = new AccessTable();

    @Autowired
    private ProcessEngine engine;
    private Callers callers;
    private Set<Endpoint> endpoints;
    private List<Visit> visits;

    @BeforeAll
    void walk(@Autowired WebApplicationContext application, @Autowired MockMvc web, @Autowired AutowireCapableBeanFactory beans,
              @LocalServerPort int port) {
        endpoints = new Endpoints(application).all();
        callers = new Callers(engine, web, beans.createBean(PortalBench.class), port);
        visits = new Walk(callers, engine).everybodyTo(endpoints);
    }

    @Test
    void everyDoorHasARowAndEveryRowADoor() {
        List<AccessTable.Row> used = endpoints.stream().flatMap(endpoint -> table.rowOf(endpoint).stream()).toList();

        assertThat(endpoints).hasSizeGreaterThan(1000).filteredOn(endpoint -> table.rowOf(endpoint).isEmpty()).as("doors without a row").isEmpty();
        assertThat(table.rows()).filteredOn(row -> !used.contains(row)).as("rows without a door").isEmpty();
    }

    @Test
    void everybodyComesInWhereTheTableSaysSoAndNowhereElse() {
        assertThat(visits).extracting(Visit::caller).containsAll(table.people());
        Map<String, List<String>> surprised = visits.stream().filter(visit -> !visit.answer().outcome().equals(expected(visit)))
                .collect(groupingBy(visit -> visit.endpoint() + " answers " + visit.answer().outcome() + " instead of " + expected(visit),
                        TreeMap::new, mapping(Visit::caller, toList())));

        assertThat(surprised).isEmpty();
    }

    @Test
    void noRefusalShowsItsInsides() {
        assertThat(visits).filteredOn(visit -> visit.answer().status() >= 400).allSatisfy(visit -> assertThat(visit.answer().body())
                .as(visit.toString()).doesNotContain("\tat ", "org.camunda.", "io.guestflow.", "org.springframework.", "java.lang."));
    }

    @Test
    void noAnswerLetsABrowserGuessItsTypeOrShowItInAForeignFrame() {
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.answer().header("X-Content-Type-Options")).as(visit.toString()).isEqualTo("nosniff");
            assertThat(visit.answer().header("X-Frame-Options")).as(visit.toString()).isIn("DENY", "SAMEORIGIN");
        });
    }

    @Test
    void noDoorFails() {
        assertThat(visits).filteredOn(visit -> visit.answer().status() >= 500).extracting(Visit::endpoint)
                // the engine's interface answers so for what does not exist, and one door is there to fail
                .allMatch(door -> door.under("/engine-rest") || door.under("/camunda/api/engine") || door.under("/v1.0/groups/test-only"));
    }

    @Test
    void whatAnotherPageLetsABrowserSendChangesNothing() {
        Client administrator = callers.staff(StaffRole.GLOBAL_ADMINISTRATOR.group());
        Client guest = callers.guest();

        assertThat(endpoints).filteredOn(Endpoint::writes).hasSizeGreaterThan(500).allSatisfy(endpoint -> {
            assertThat(administrator.callForged(endpoint.method(), endpoint.address(engine.getName())).status()).as("%s by an administrator", endpoint).isIn(401, 403);
            assertThat(guest.callForged(endpoint.method(), endpoint.address(engine.getName())).status()).as("%s by a guest", endpoint).isIn(401, 403);
        });
    }

    @Test
    void garbageIsRefusedWithoutASightOfTheInsides() {
        Client administrator = callers.staff(StaffRole.GLOBAL_ADMINISTRATOR.group());

        assertThat(endpoints).filteredOn(endpoint -> endpoint.writes() && !endpoint.path().endsWith("/logout")).allSatisfy(endpoint -> {
            for (String garbage : List.of("{\"nonsense\":", "{\"nonsense\": {}}")) {
                Answer answer = administrator.call(endpoint.method(), endpoint.address(engine.getName()), garbage);
                assertThat(answer.body()).as("%s with %s", endpoint, garbage).doesNotContain("\tat ", "org.camunda.", "io.guestflow.", "com.fasterxml.",
                        "org.springframework.", "java.lang.");
            }
        });
    }

    @Test
    void theLogOfTheWalkTellsNoSecretsAndNoStackTraces(CapturedOutput output) {
        assertThat(output.getAll()).contains("was answered with 500").doesNotContain("\tat ", StaffAccount.PASSWORD, "Bearer ey", "Authorization: ");
    }

    private String expected(Visit visit) {
        return table.rowOf(visit.endpoint()).orElseThrow().outcomeFor(visit.caller());
    }
}
