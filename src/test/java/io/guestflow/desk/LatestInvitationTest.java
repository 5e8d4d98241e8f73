package io.guestflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.OnboardingHistory;
import io.guestflow.guest.TestGuests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestInvitationTest {

    private static final Instant STARTED = TestGuests.NOW.plus(Duration.ofHours(1));

    private final OnboardingHistory history = mock(OnboardingHistory.class);
    private final Letters letters = mock(Letters.class);
    private final LatestInvitation latest = new LatestInvitation(history, letters);
    private final Guest guest = TestGuests.invitedGuest();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            state   | queued | changed | sentence
            QUEUED  | PT0S   | PT0S    | The invitation is sent again; it is valid anew from now on.
            SENT    | PT0.1S | PT1S    | The invitation is sent again; it is valid anew from now on.
            QUEUED  | PT-1H  | PT-10M  | The waiting letter goes out now.
            SENT    | PT-1H  | PT1S    | The waiting letter goes out now.
            REFUSED | PT-1H  | PT1S    | The waiting letter goes out now.
            SENT    | PT-4M  | PT-3M   | The last letter is younger than five minutes; no other is sent.
            """)
    void tellsFromTheNewestLetterWhatARepeatedInvitationHasDone(LetterState state, Duration queued, Duration changed, String sentence) {
        given(history.lastStart(guest.id())).willReturn(Optional.of(STARTED));
        given(letters.of(guest.id())).willReturn(List.of(letter(LetterPurpose.PASSCODE, LetterState.SENT, Duration.ZERO, Duration.ZERO),
                letter(LetterPurpose.INVITATION, state, queued, changed),
                letter(LetterPurpose.INVITATION, LetterState.SENT, Duration.ofDays(-1), Duration.ofDays(-1))));

        assertThat(latest.of(guest)).isEqualTo(new LatestInvitation.Outcome(true, sentence));
    }

    @Test
    void hasNothingToSayOfAGuestWhoWasNotInvitedBefore() {
        given(history.lastStart(guest.id())).willReturn(Optional.of(TestGuests.NOW));
        given(letters.of(guest.id())).willReturn(List.of(letter(LetterPurpose.INVITATION, LetterState.QUEUED, Duration.ZERO, Duration.ZERO)));

        assertThat(latest.of(guest)).isEqualTo(new LatestInvitation.Outcome(false, ""));
    }

    @Test
    void hasNothingToSayOfLettersWhereThereIsNone() {
        given(history.lastStart(guest.id())).willReturn(Optional.of(STARTED));

        assertThat(latest.of(guest)).isEqualTo(new LatestInvitation.Outcome(true, ""));
    }

    private Letter letter(LetterPurpose purpose, LetterState state, Duration queued, Duration changed) {
        return new Letter(new LetterKey(guest.invitation().id(), purpose, 1), guest.id(), state, null, 1, STARTED.plus(queued), STARTED.plus(changed), null);
    }
}
