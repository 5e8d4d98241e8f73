package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.ADDRESS;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationStatusTest {

    private final GuestBench bench = new GuestBench();

    @Test
    void isPendingUntilTheGuestAnswers() {
        assertThat(bench.invited(ADDRESS).invitation().status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void isCompletedByAnAcceptanceForEver() {
        Guest guest = bench.active(ADDRESS);
        assertThat(guest.invitation().status()).isEqualTo(InvitationStatus.COMPLETED);

        bench.removals().remove(guest.id(), RemovalReason.LEFT, null, "removal");

        assertThat(bench.guest(guest.id()).invitation().status()).isEqualTo(InvitationStatus.COMPLETED);
    }

    @Test
    void isDeclinedByTheGuest() {
        Guest guest = bench.invited(ADDRESS);

        bench.reviews().decline(bench.directory.find(guest.id()).orElseThrow());

        assertThat(bench.guest(guest.id()).invitation().status()).isEqualTo(InvitationStatus.DECLINED);
        verify(bench.onboarding).answered(guest.declined(NOW));
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED, WITHDRAWN", "WITHDRAWN, WITHDRAWN", "EXPIRED, EXPIRED"})
    void tellsHowARemovalBeforeAnAnswerEndedIt(RemovalReason reason, InvitationStatus end) {
        Guest guest = bench.invited(ADDRESS);
        bench.passes(Duration.ofDays(31));

        bench.removals().remove(guest.id(), reason, null, "removal");

        assertThat(bench.guest(guest.id()).invitation().status()).isEqualTo(end);
    }

    @Test
    void isPendingAgainWhenTheGuestIsInvitedOnceMore() {
        Guest guest = bench.invited(ADDRESS);
        bench.reviews().decline(bench.directory.find(guest.id()).orElseThrow());
        bench.removals().remove(guest.id(), RemovalReason.DECLINED, null, "removal");

        assertThat(bench.invited(ADDRESS).invitation().status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void keepsTheAnswerGivenWithTheAcceptance() {
        Guest guest = bench.invited(ADDRESS);
        var answers = new Answers("{\"terms\":true}", "0", Locale.ENGLISH, NOW);

        bench.reviews().accept(bench.directory.find(guest.id()).orElseThrow(), answers);

        verify(bench.consents).keep(guest.invitation().id(), answers);
    }
}
