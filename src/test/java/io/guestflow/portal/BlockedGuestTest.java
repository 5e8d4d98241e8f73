package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.ProfileChanges;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@GuestflowTest
class BlockedGuestTest {

    private static final Answers ANSWERS = new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now());

    @Autowired
    private ProfileChanges profiles;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;
    private PortalBench bench;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @Test
    void isSignedOutAtOnce() {
        Guest guest = bench.invitedGuest();
        Visitor visitor = bench.signedIn(guest);
        String challenge = visitor.posts("/sign-in", "address", guest.address().value()).getRedirectedUrl();

        enable(guest, false);

        assertThat(visitor.follows("/review").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(visitor.posts("/review/accept").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(visitor.posts("/leave").getRedirectedUrl()).isEqualTo("/myapps");
        assertThat(visitor.posts(challenge, "code", bench.code(challenge)).getStatus()).isEqualTo(422);
        assertThat(bench.count("passcode where guest_id = ?", guest.id().value())).isZero();
        assertThat(bench.read(guest).state()).isEqualTo(GuestState.PENDING);
    }

    @Test
    void getsNoCodeAndIsNotToldWhy() {
        Guest guest = bench.invitedGuest();
        enable(guest, false);
        Visitor visitor = bench.visitor();

        String challenge = visitor.posts(bench.link(guest) + "/code").getRedirectedUrl();

        assertThat(challenge).startsWith("/sign-in/");
        assertThat(visitor.posts(challenge, "code", bench.code(challenge)).getStatus()).isEqualTo(422);
        assertThat(bench.count("passcode where guest_id = ?", guest.id().value())).isZero();
    }

    @Test
    void canNeitherAnswerNorLeaveEvenWhereASessionWasOverlooked() {
        Guest pending = bench.invitedGuest();
        Guest active = bench.invitedGuest();
        reviews.accept(bench.read(active), ANSWERS);
        enable(pending, false);
        enable(active, false);

        assertThatThrownBy(() -> reviews.accept(bench.read(pending), ANSWERS)).isInstanceOf(NotAllowed.class).hasMessageContaining("is blocked");
        assertThatThrownBy(() -> reviews.decline(bench.read(pending))).isInstanceOf(NotAllowed.class).hasMessageContaining("is blocked");
        assertThatThrownBy(() -> removals.start(active.id(), RemovalReason.LEFT, null)).isInstanceOf(NotAllowed.class).hasMessageContaining("is blocked");
    }

    @Test
    void comesBackWhereTheGuestWasWhenTheAccountIsEnabledAgain() {
        Guest guest = bench.invitedGuest();
        enable(guest, false);
        enable(guest, true);
        Visitor visitor = bench.signedIn(guest);

        assertThat(visitor.follows("/review").getStatus()).isEqualTo(200);
        assertThat(visitor.posts("/review/accept", "answers", "{}").getRedirectedUrl()).isEqualTo("/review");
        assertThat(visitor.follows("/review").getRedirectedUrl()).isEqualTo("/myapps");
    }

    @Test
    void staysBlockedThroughRemovalAndRestoration() {
        Guest guest = bench.invitedGuest();
        reviews.accept(bench.read(guest), ANSWERS);
        enable(guest, false);

        removals.start(guest.id(), RemovalReason.REQUESTED, null);
        removals.decide(guest.id(), true);

        assertThat(bench.read(guest)).satisfies(again -> {
            assertThat(again.state()).isEqualTo(GuestState.ACTIVE);
            assertThat(again.blocked()).isTrue();
        });
    }

    private void enable(Guest guest, boolean enabled) {
        profiles.change(guest.id().toString(), Map.of("accountEnabled", enabled));
    }
}
