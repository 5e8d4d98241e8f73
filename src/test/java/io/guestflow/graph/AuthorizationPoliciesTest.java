package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.AllowInvitesFrom;
import io.guestflow.guest.AuthorizationPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@GuestflowTest
class AuthorizationPoliciesTest {

    private static final String THERE = "/policies/authorizationPolicy";

    @Autowired
    private AuthorizationPolicy policy;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @AfterEach
    void letAdministratorsAndGuestInvitersInvite() {
        policy.allowInvitesFrom(AllowInvitesFrom.ADMINS_AND_GUEST_INVITERS);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoMayInviteAsSoonAsItIsChanged(AllowInvitesFrom whom) {
        assertThat(api.patch(THERE, "{'allowInvitesFrom': '%s'}".formatted(whom.title())).status()).isEqualTo(204);

        var shown = api.get(THERE);
        assertThat(shown.<String>text("$.id")).isEqualTo("authorizationPolicy");
        assertThat(shown.<String>text("$.displayName")).isEqualTo("Authorization Policy");
        assertThat(shown.<String>text("$.allowInvitesFrom")).isEqualTo(whom.title());
        assertThat(shown.<String>text("$.guestUserRoleId")).isEqualTo("2af84b1e-32c8-42b7-82bc-daa82404023b");
        assertThat(policy.allowInvitesFrom()).isEqualTo(whom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'allowInvitesFrom': 'nobody'}", "{'allowInvitesFrom': 'EVERYONE'}", "{'allowInvitesFrom': null}", "{'allowInvitesFrom': 1}",
        "{'guestUserRoleId': '10dae51f-b6af-4016-8d66-8c2a99b929b3'}", "{'allowInvitesFrom': 'none', 'id': 'x'}"})
    void staysAsItIsWhenTheChangeIsWrong(String body) {
        assertThat(api.patch(THERE, body).status()).isEqualTo(400);

        assertThat(policy.allowInvitesFrom()).isEqualTo(AllowInvitesFrom.ADMINS_AND_GUEST_INVITERS);
    }

    @Test
    void keepsOnTheRecordWhoChangedIt() {
        int before = api.count("audit_entry where activity = 'Update authorization policy' and actor = 'directory-app'");

        api.patch(THERE, "{'allowInvitesFrom': 'none'}");
        api.patch(THERE, "{}");

        assertThat(api.count("audit_entry where activity = 'Update authorization policy' and actor = 'directory-app'")).isEqualTo(before + 1);
    }
}
