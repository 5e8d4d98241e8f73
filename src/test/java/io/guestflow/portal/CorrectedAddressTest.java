package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An invitation that went to somebody else by mistake, whose address staff correct. */
@GuestflowTest
class CorrectedAddressTest {

    @Autowired
    private AddressCorrections corrections;

    private PortalBench bench;
    private Guest guest;
    private Visitor stranger;

    @BeforeEach
    void signTheStrangerIn(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
        guest = bench.invitedGuest();
        stranger = bench.signedIn(guest);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theStrangerIsSignedOut() {
        correct();

        assertThat(stranger.follows("/review").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(stranger.posts("/review/accept").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void aCodeThatTheStrangerHasIsVoid() {
        String challenge = stranger.posts("/sign-in", "address", guest.address().value()).getRedirectedUrl();

        correct();

        assertThat(stranger.posts(challenge, "code", bench.code(challenge)).getStatus()).isEqualTo(422);
        assertThat(bench.count("passcode where guest_id = ?", guest.id().value())).isZero();
    }

    private void correct() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("grace", null, "ROLE_USER_ADMINISTRATOR"));
        corrections.mend(guest.id(), "right-" + guest.address().value());
        SecurityContextHolder.clearContext();
    }
}
