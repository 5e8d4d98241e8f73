package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.ADDRESS;
import static io.guestflow.guest.TestGuests.VALID_FOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResendsTest {

    private final GuestBench bench = new GuestBench();
    private final Guest guest = bench.invited(ADDRESS);

    @Test
    void queueALetterAndLetExpiryStartAnew() {
        sent();
        bench.passes(Duration.ofMinutes(5));

        assertThat(bench.resends().resend(guest.id())).isEqualTo(Resent.SENT_AGAIN);

        Guest asked = bench.guest(guest.id());
        assertThat(asked.invitation().expiresAt()).isEqualTo(bench.clock.instant().plus(VALID_FOR));
        assertThat(bench.letters.find(asked.invitationLetter())).isPresent().isNotEqualTo(bench.letters.find(guest.invitationLetter()));
        verify(bench.onboarding).sendAgain(asked);
    }

    @Test
    void sendNothingWithinFiveMinutes() {
        sent();
        bench.passes(Duration.ofMinutes(5).minusSeconds(1));

        assertThat(bench.resends().resend(guest.id())).isEqualTo(Resent.JUST_SENT);

        verify(bench.onboarding, never()).sendAgain(any());
    }

    @Test
    void hastenALetterThatWaits() {
        when(bench.onboarding.hastenLetter(any())).thenReturn(true);

        assertThat(bench.resends().resend(guest.id())).isEqualTo(Resent.HASTENED);
    }

    @Test
    void areRefusedOnceTheGuestHasAnsweredEvenIfTheLetterHasJustLeft() {
        sent();
        bench.directory.update(guest.accepted(TestGuests.NOW));

        assertThatThrownBy(() -> bench.resends().resend(guest.id())).isInstanceOf(NotAllowed.class).hasMessageContaining("not pending");
    }

    @Test
    void sendAnotherLetterInsteadOfADroppedOne() {
        bench.letters.dropWaiting(guest.id());

        assertThat(bench.resends().resend(guest.id())).isEqualTo(Resent.SENT_AGAIN);

        assertThat(bench.letters.find(bench.guest(guest.id()).invitationLetter())).get().extracting(Letter::state).isEqualTo(LetterState.QUEUED);
    }

    @Test
    void wantARefusedAddressCorrectedFirst() {
        bench.directory.update(guest.addressRefused());

        assertThatThrownBy(() -> bench.resends().resend(guest.id())).isInstanceOf(Refused.class).hasMessageContaining("correct it first");
    }

    @Test
    void leaveABlockedGuestInPeace() {
        bench.directory.block(guest.id());

        assertThatThrownBy(() -> bench.resends().resend(guest.id())).isInstanceOf(Refused.class).hasMessageContaining("disabled");
    }

    @Test
    void areForTheInviterAndForAdministrators() {
        bench.actsAs("mallory", false);
        assertThatThrownBy(() -> bench.resends().resend(guest.id())).isInstanceOf(NotAllowed.class);
        bench.actsAs(new Actor(Actor.Kind.APPLICATION, "another-program"), false, true);
        assertThatThrownBy(() -> bench.resends().resend(guest.id())).isInstanceOf(NotAllowed.class);

        bench.actsAs("grace", true);
        assertThat(bench.resends().resend(guest.id())).isEqualTo(Resent.SENT_AGAIN);
    }

    private void sent() {
        bench.letters.become(guest.invitationLetter(), LetterState.SENT, TestGuests.NOW);
    }
}
