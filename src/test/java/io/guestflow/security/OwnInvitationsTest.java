package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Members;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.StaffMember;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@GuestflowTest
class OwnInvitationsTest {

    private static final List<String> INVITERS = List.of(StaffRole.GUEST_INVITER.group());

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Onboarding onboarding;
    @Autowired
    private Members members;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void aGuestInviterMendsTheOwnInvitationsAndSeesNoOther() {
        String own = refusedAddressOfGuestInvitedBy("grace");
        String other = refusedAddressOfGuestInvitedBy("alan");
        TaskService tasks = engine.getTaskService();

        engine.getIdentityService().setAuthentication("grace", INVITERS);

        assertThat(tasks.createTaskQuery().list()).extracting(Task::getId).contains(own).doesNotContain(other);
        tasks.claim(own, "grace");
        assertThatThrownBy(() -> tasks.claim(other, "grace")).isInstanceOf(AuthorizationException.class);
    }

    private String refusedAddressOfGuestInvitedBy(String inviter) {
        members.mirror(new StaffMember(inviter, inviter, null));
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Staff(inviter, INVITERS), null,
                AuthorityUtils.createAuthorityList(StaffRole.GUEST_INVITER.authority())));
        String guest = onboarding.invite(new InvitationRequest(null, UUID.randomUUID() + "@own.example", null, null, null, false, null, null, null, null, null, null))
                .toString();
        SecurityContextHolder.clearContext();
        String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(guest).singleResult().getId();
        engine.getRuntimeService().createProcessInstanceModification(instance).startBeforeActivity("UserTask_CorrectAddress").execute();
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).taskDefinitionKey("UserTask_CorrectAddress").singleResult().getId();
    }
}
