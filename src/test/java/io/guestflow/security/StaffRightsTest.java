package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@GuestflowTest
class StaffRightsTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private StaffSetup setup;

    private StaffAtWork staff;

    @BeforeEach
    void letStaffWork() {
        staff = new StaffAtWork(engine);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            ROLE,                 guest-onboarding, guest-removal, letter-delivery, failed-letter
            GLOBAL_ADMINISTRATOR, true,             true,          true,            true
            USER_ADMINISTRATOR,   true,             true,          false,           false
            GUEST_INVITER,        true,             false,         false,           false
            PROCESS_ANALYST,      false,            false,         false,           false
            """)
    void startsOnlyTheProcessesOfItsGroup(StaffRole role, boolean onboarding, boolean removal, boolean delivery, boolean failed) {
        assertThat(mayStart(role, "guest-onboarding")).isEqualTo(onboarding);
        assertThat(mayStart(role, "guest-removal")).isEqualTo(removal);
        assertThat(mayStart(role, "letter-delivery")).isEqualTo(delivery);
        assertThat(mayStart(role, "failed-letter")).isEqualTo(failed);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            ROLE,                 tasklist, cockpit, admin
            GLOBAL_ADMINISTRATOR, true,     true,    true
            USER_ADMINISTRATOR,   true,     true,    false
            GUEST_INVITER,        true,     false,   false
            PROCESS_ANALYST,      false,    true,    false
            """)
    void opensOnlyTheApplicationsOfItsGroup(StaffRole role, boolean tasklist, boolean cockpit, boolean admin) {
        assertThat(mayOpen(role, "tasklist")).isEqualTo(tasklist);
        assertThat(mayOpen(role, "cockpit")).isEqualTo(cockpit);
        assertThat(mayOpen(role, "admin")).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            ROLE,                 sees the guest's review, completes it, sees restore or purge, completes it
            GLOBAL_ADMINISTRATOR, true,                    true,         true,                  true
            USER_ADMINISTRATOR,   true,                    false,        true,                  true
            GUEST_INVITER,        false,                   false,        false,                 false
            PROCESS_ANALYST,      true,                    false,        true,                  false
            """)
    void worksOnlyOnTheTasksOfItsGroup(StaffRole role, boolean seesReview, boolean review, boolean seesRemoval, boolean removal) {
        Task asked = task(staff.invite(StaffRole.USER_ADMINISTRATOR, anAddress()));
        ProcessInstance waiting = staff.invite(StaffRole.USER_ADMINISTRATOR, anAddress());
        Task removed = task(staff.remove(StaffRole.USER_ADMINISTRATOR, waiting.getBusinessKey()));

        assertThat(sees(role, asked)).isEqualTo(seesReview);
        assertThat(staff.may(role, as -> as.getTaskService().complete(asked.getId(), Map.of("accepted", true)))).isEqualTo(review);
        assertThat(sees(role, removed)).isEqualTo(seesRemoval);
        assertThat(staff.may(role, as -> as.getTaskService().complete(removed.getId(), Map.of("restored", false)))).isEqualTo(removal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GLOBAL_ADMINISTRATOR | User.Invite.All User.Read.All User.ReadWrite.All Group.ReadWrite.All Directory.Read.All AuditLog.Read.All \
            Directory.ReadWrite.All Policy.ReadWrite.Authorization
            USER_ADMINISTRATOR   | User.Invite.All User.Read.All User.ReadWrite.All Group.ReadWrite.All Directory.Read.All AuditLog.Read.All
            GUEST_INVITER        | User.Invite.All
            PROCESS_ANALYST      | User.Invite.All AuditLog.Read.All
            """)
    void callsTheApiAsFarAsItsGroupGoes(StaffRole role, String scopes) {
        assertThat(role.authorities()).containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("ROLE_" + role.name()),
                Arrays.stream(scopes.split(" ")).map(scope -> "SCOPE_" + scope)).toList());
    }

    @Test
    void letsUserAdministratorsRetryAnInvitationThatFailed() {
        ProcessInstance onboarding = staff.invite(StaffRole.USER_ADMINISTRATOR, anAddress());
        String job = engine.getManagementService().createJobQuery().processInstanceId(onboarding.getId()).list().get(0).getId();

        assertThat(staff.may(StaffRole.USER_ADMINISTRATOR, as -> as.getManagementService().setJobRetries(job, 1))).isTrue();
        assertThat(staff.may(StaffRole.GUEST_INVITER, as -> as.getManagementService().setJobRetries(job, 1))).isFalse();
        assertThat(staff.may(StaffRole.PROCESS_ANALYST, as -> as.getManagementService().setJobRetries(job, 1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = StaffRole.class, names = "GLOBAL_ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void leavesRunningOnboardingsModelsAndStaffToGlobalAdministrators(StaffRole role) {
        ProcessInstance onboarding = staff.invite(StaffRole.USER_ADMINISTRATOR, anAddress());
        String definition = onboarding.getProcessDefinitionId();
        String deployment = engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId();
        String review = task(onboarding).getId();

        assertThat(staff.may(role, as -> as.getRuntimeService().deleteProcessInstance(onboarding.getId(), "no"))).isFalse();
        assertThat(staff.may(role, as -> as.getRuntimeService().setVariable(onboarding.getId(), "accepted", true))).isFalse();
        assertThat(staff.may(role, as -> as.getRuntimeService().createProcessInstanceModification(onboarding.getId())
                .startBeforeActivity("ActivateGuest").execute())).isFalse();
        assertThat(staff.may(role, as -> as.getRuntimeService().createMessageCorrelation("GuestDeleted")
                .processInstanceId(onboarding.getId()).correlate())).isFalse();
        assertThat(staff.may(role, as -> as.getRuntimeService().suspendProcessInstanceById(onboarding.getId()))).isFalse();
        assertThat(staff.may(role, as -> as.getTaskService().claim(review, "me"))).isFalse();
        assertThat(staff.may(role, as -> as.getTaskService().addCandidateGroup(review, role.group()))).isFalse();
        assertThat(staff.may(role, as -> as.getRepositoryService().deleteDeployment(deployment, true))).isFalse();
        assertThat(staff.may(role, as -> as.getRepositoryService().createDeployment().addString("own.bpmn", "").deploy())).isFalse();
        assertThat(staff.may(role, as -> as.getIdentityService().saveUser(as.getIdentityService().newUser("mallory")))).isFalse();
        assertThat(staff.may(role, as -> as.getIdentityService().createMembership("admin", role.group()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GLOBAL_ADMINISTRATOR | Needs attention, Waiting for guests, Removed guests, My tasks
            USER_ADMINISTRATOR   | Needs attention, Waiting for guests, Removed guests, My tasks
            GUEST_INVITER        | Needs attention, My tasks
            PROCESS_ANALYST      |
            """)
    void opensTasklistWithTheListsThatFitWhatNeedsAttentionFirst(StaffRole role, String names) {
        List<Filter> lists = staff.as(role, () -> engine.getFilterService().createTaskFilterQuery().list());

        assertThat(lists.stream().sorted((one, other) -> priority(one) - priority(other)).map(Filter::getName)
                .collect(Collectors.joining(", "))).isEqualTo(names == null ? "" : names);
    }

    @Test
    void setsNothingUpTwiceAndLeavesAChangedListAlone() {
        Filter list = engine.getFilterService().createTaskFilterQuery().filterName("My tasks").singleResult();
        Map<String, Object> before = list.getProperties();
        engine.getFilterService().saveFilter(list.setProperties(Map.of("priority", 9)));
        long rights = engine.getAuthorizationService().createAuthorizationQuery().count();

        setup.afterSingletonsInstantiated();

        Filter after = engine.getFilterService().createTaskFilterQuery().filterName("My tasks").singleResult();
        assertThat(priority(after)).isEqualTo(9);
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(engine.getIdentityService().createGroupQuery().list()).extracting("id")
                .containsAll(Arrays.stream(StaffRole.values()).map(StaffRole::group).toList());
        engine.getFilterService().saveFilter(after.setProperties(before));
    }

    private boolean mayStart(StaffRole role, String process) {
        return staff.may(role, as -> as.getRuntimeService().startProcessInstanceByKey(process));
    }

    private boolean mayOpen(StaffRole role, String application) {
        return engine.getAuthorizationService().isUserAuthorized("somebody", List.of(role.group()), Permissions.ACCESS,
                Resources.APPLICATION, application);
    }

    private boolean sees(StaffRole role, Task task) {
        return staff.as(role, () -> engine.getTaskService().createTaskQuery().taskId(task.getId()).count()) == 1;
    }

    private Task task(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private static int priority(Filter list) {
        return ((Number) list.getProperties().get("priority")).intValue();
    }

    private static String anAddress() {
        return UUID.randomUUID() + "@analytical.example";
    }
}
