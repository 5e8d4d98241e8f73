package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.OneMoment;
import io.guestflow.guest.Members;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

@GuestflowTest
class FirstSignInTest {

    private static final int SCRIPTS = 8;
    private static final String PASSWORD = "A-long-pass-phrase-4-a-test";

    @Autowired
    private IdentityService identity;
    @Autowired
    private StaffAuthenticationProvider staff;
    @Autowired
    private Members members;

    @Test
    void showsAMemberOnceHoweverManySignInInTheSameMoment() throws Exception {
        User grace = identity.newUser("grace-" + UUID.randomUUID());
        grace.setPassword(PASSWORD);
        grace.setEmail(grace.getId() + "@contoso.example");
        identity.saveUser(grace);

        assertThat(OneMoment.ofAll(SCRIPTS, i -> staff.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(grace.getId(), PASSWORD))))
                .hasSize(SCRIPTS).allMatch(Authentication::isAuthenticated);

        assertThat(members.findByStaffId(grace.getId())).isPresent();
    }
}
