package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.AllowInvitesFrom;
import io.guestflow.guest.AuthorizationPolicy;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Starts the onboarding as Tasklist does, under each policy. */
@GuestflowTest
class InvitingStaffTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private AuthorizationPolicy policy;

    @AfterEach
    void signOutAndLetInvite() {
        SecurityContextHolder.clearContext();
        policy.allowInvitesFrom(AllowInvitesFrom.ADMINS_AND_GUEST_INVITERS);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,                                  GLOBAL_ADMINISTRATOR, false",
        "NONE,                                  GUEST_INVITER,        false",
        "ADMINS_AND_GUEST_INVITERS,             GLOBAL_ADMINISTRATOR, true",
        "ADMINS_AND_GUEST_INVITERS,             USER_ADMINISTRATOR,   true",
        "ADMINS_AND_GUEST_INVITERS,             GUEST_INVITER,        true",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, GUEST_INVITER,        true",
        "EVERYONE,                              GUEST_INVITER,        true"})
    void invitesOrIsToldInWordsThatThePolicyDoesNotAllowIt(AllowInvitesFrom whom, StaffRole role, boolean allowed) {
        policy.allowInvitesFrom(whom);
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new Staff("somebody", List.of(role.group())), null, AuthorityUtils.createAuthorityList(role.authority())));
        var staff = new StaffAtWork(engine);
        String address = UUID.randomUUID() + "@partner.example";

        if (allowed) {
            assertThat(staff.invite(role, address).getBusinessKey()).isNotNull();
        } else {
            assertThatThrownBy(() -> staff.invite(role, address)).hasMessageContaining("invitation: This organization does not let you invite guests.");
        }
    }
}
