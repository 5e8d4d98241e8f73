package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may start a process may start it before any box, with any business key and any variables. */
@GuestflowTest
class StartAnywhereTest {

    private static final String FORGED = "mallory@evil.example";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;
    @Autowired
    private Directory directory;

    static Stream<Arguments> everyBoxAndEveryAnswer() {
        return Stream.of(Model.values()).flatMap(model -> model.all(FlowNode.class).stream()
                .flatMap(node -> Stream.of(true, false).map(answer -> Arguments.of(model, node.getId(), answer))));
    }

    @ParameterizedTest
    @MethodSource("everyBoxAndEveryAnswer")
    void nobodyChangesAGuestByStartingInTheMiddle(Model model, String box, boolean answer) {
        List<Guest> victims = List.of(invited(), asked(), active(), removed());

        victims.forEach(victim -> goAsFarAsPossible(model, box, answer, victim.id()));

        assertThat(victims).allSatisfy(victim -> {
            assertThat(directory.find(victim.id())).contains(victim);
            assertThat(stillRuns(victim)).isEqualTo(victim.state() != GuestState.ACTIVE);
        });
    }

    private void goAsFarAsPossible(Model model, String box, boolean answer, GuestId victim) {
        try {
            ProcessInstance started = engine.getRuntimeService().createProcessInstanceByKey(model.file()).businessKey(victim.toString())
                    .startBeforeActivity(box).setVariables(variables(answer)).execute();
            for (int round = 0; round < 5; round++) {
                tasks(started).forEach(task -> attempt(() -> engine.getTaskService().complete(task.getId(), variables(answer))));
                jobs(started).forEach(job -> attempt(() -> engine.getManagementService().executeJob(job.getId())));
            }
        } catch (RuntimeException refused) {
            assertThat(refused.getMessage()).doesNotContain(FORGED);
        }
    }

    private static Map<String, Object> variables(boolean answer) {
        return Map.of("accepted", answer, "alreadyInvited", answer, "letterWanted", answer, "addressCorrected", answer, "restored", answer,
                "granted", answer, "newAddress", FORGED, "job", "none");
    }

    private List<Task> tasks(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list();
    }

    private List<Job> jobs(ProcessInstance instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).list();
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException refused) {
            assertThat(refused.getMessage()).doesNotContain(FORGED);
        }
    }

    private boolean stillRuns(Guest victim) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(victim.inCharge()).count() == 1;
    }

    private Guest invited() {
        GuestId id = onboardings.invite(new InvitationRequest("Victor", "victor." + UUID.randomUUID() + "@victims.example", null, List.of(),
                List.of(), true, null, List.of(), "en", null, null, null));
        return directory.find(id).orElseThrow();
    }

    private Guest asked() {
        Guest guest = invited();
        var room = new EngineRoom(engine, jdbc);
        room.run(room.only("guest-onboarding", guest.id()), "SendInvitation");
        return directory.find(guest.id()).orElseThrow();
    }

    private Guest active() {
        Guest guest = asked();
        reviews.accept(directory.find(guest.id()).orElseThrow(), new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now()));
        return directory.find(guest.id()).orElseThrow();
    }

    private Guest removed() {
        Guest guest = asked();
        removals.start(guest.id(), RemovalReason.REQUESTED, null);
        return directory.find(guest.id()).orElseThrow();
    }
}
