package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@GuestflowTest
class AcceptanceTest {

    private static final Map<String, Object> EVERYTHING_GRANTED = Map.of("accepted", true, "addressCorrected", true, "restored", true,
            "granted", true, "alreadyInvited", false, "letterWanted", true, "newAddress", "mallory@elsewhere.example");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Directory directory;
    @Autowired
    private Reviews reviews;

    private StaffAtWork staff;
    private GuestId guest;

    @BeforeEach
    void inviteGuest() {
        staff = new StaffAtWork(engine);
        ProcessInstance onboarding = staff.invite(StaffRole.USER_ADMINISTRATOR, UUID.randomUUID() + "@analytical.example");
        guest = GuestId.of(onboarding.getBusinessKey());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyActivatesAPendingGuestByStartingAnOnboardingBeforeAnyBox(StaffRole role) {
        for (FlowNode box : boxes("guest-onboarding")) {
            staff.does(role, as -> as.getRuntimeService().createProcessInstanceByKey("guest-onboarding").businessKey(guest.toString())
                    .setVariables(EVERYTHING_GRANTED).startBeforeActivity(box.getId()).execute());
            completeEveryTaskAs(role, EVERYTHING_GRANTED);
        }

        assertThat(state()).isEqualTo(GuestState.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAnswersInAGuestsPlaceAndTheGuestStillCan(StaffRole role) {
        completeEveryTaskAs(role, EVERYTHING_GRANTED);
        completeEveryTaskAs(role, Map.of("accepted", false));

        assertThat(state()).isEqualTo(GuestState.PENDING);
        reviews.accept(directory.find(guest).orElseThrow(), new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now()));
        assertThat(state()).isEqualTo(GuestState.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyTakesAPendingGuestAwayByStartingARemovalBehindItsFirstBox(StaffRole role) {
        for (FlowNode box : boxes("guest-removal")) {
            if (!box.getId().equals("RemoveGuest") && !box.getId().equals("StartEvent_RemovalRequested")) {
                staff.does(role, as -> as.getRuntimeService().createProcessInstanceByKey("guest-removal").businessKey(guest.toString())
                        .setVariables(EVERYTHING_GRANTED).startBeforeActivity(box.getId()).execute());
                completeEveryTaskAs(role, EVERYTHING_GRANTED);
            }
        }

        assertThat(state()).isEqualTo(GuestState.PENDING);
    }

    private Collection<FlowNode> boxes(String process) {
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                .singleResult().getId();
        return engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class);
    }

    private void completeEveryTaskAs(StaffRole role, Map<String, Object> answers) {
        for (Task task : engine.getTaskService().createTaskQuery().processInstanceBusinessKey(guest.toString()).list()) {
            staff.does(role, as -> as.getTaskService().complete(task.getId(), answers));
        }
    }

    private GuestState state() {
        return directory.find(guest).map(Guest::state).orElseThrow();
    }
}
