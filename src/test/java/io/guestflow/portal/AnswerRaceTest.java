package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.guestflow.guest.ConcurrentChange;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.TestGuests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerRaceTest {

    private final Directory directory = mock(Directory.class);
    private final AnswerRace race = new AnswerRace(directory, Clock.fixed(TestGuests.NOW, ZoneOffset.UTC));
    private final Guest guest = TestGuests.invitedGuest();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void isWonByTheOnlyAnswer() {
        assertThat(race.won(guest, asked -> tries.incrementAndGet())).isTrue();
        assertThat(tries).hasValue(1);
    }

    @Test
    void isLostToAnotherAnswer() {
        finds(TestGuests.acceptedGuest());

        assertThat(race.won(guest, this::answerTooLate)).isFalse();
    }

    @Test
    void isLostToARemovalThatForgotTheGuest() {
        when(directory.find(guest.id())).thenReturn(Optional.empty());

        assertThat(race.won(guest, this::answerTooLate)).isFalse();
    }

    @Test
    void goesOnWhenAReminderWasInTheWay() {
        finds(guest);

        assertThat(race.won(guest, asked -> {
            if (tries.incrementAndGet() < 3) {
                throw new ConcurrentChange(guest.id());
            }
        })).isTrue();
    }

    @Test
    void endsAfterFourTriesWhileTheGuestStillWaits() {
        finds(guest);

        assertThatThrownBy(() -> race.won(guest, this::answerTooLate)).isInstanceOf(NotAllowed.class);
        assertThat(tries).hasValue(4);
    }

    @Test
    void doesNotTakeAFaultForALostRace() {
        finds(TestGuests.acceptedGuest());

        assertThatThrownBy(() -> race.won(guest, asked -> {
            throw new IllegalStateException("disk full");
        })).hasMessage("disk full");
    }

    private void answerTooLate(Guest asked) {
        tries.incrementAndGet();
        throw new NotAllowed(guest.id(), "is not pending");
    }

    private void finds(Guest found) {
        when(directory.find(guest.id())).thenReturn(Optional.of(found));
    }
}
