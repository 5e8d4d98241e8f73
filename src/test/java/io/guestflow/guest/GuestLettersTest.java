package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuestLettersTest {

    private static final Instant TURN = TestGuests.NOW.plusSeconds(30);

    private final Directory directory = mock(Directory.class);
    private final Letters letters = mock(Letters.class);
    private final Onboarding onboarding = mock(Onboarding.class);
    private final GuestLetters guestLetters = new GuestLetters(directory, mock(KnownInviters.class), letters, onboarding, mock(Settings.class),
            mock(Clock.class));

    @Test
    void letsAnInvitationOverThePaceWaitForItsTurn() throws MailAddressRejected {
        Guest guest = TestGuests.invitedGuest(GuestId.next(), "instance");
        given(directory.find(guest.id())).willReturn(Optional.of(guest));
        var postponed = new LetterPostponed(guest.invitationLetter(), TURN);
        willThrow(postponed).given(letters).deliver(guest.invitationLetter(), guest);

        assertThatThrownBy(() -> guestLetters.sendInvitation(guest.id(), "instance")).isSameAs(postponed);

        then(onboarding).should().postponeLetters("instance", TURN);
        then(onboarding).shouldHaveNoMoreInteractions();
    }

    @Test
    void letsNewsForAnInviterWaitForItsTurn() throws MailAddressRejected {
        var news = new LetterKey(UUID.randomUUID(), LetterPurpose.INVITER_ACCEPTED, 1);
        willThrow(new LetterPostponed(news, TURN)).given(letters).deliver(news);

        assertThatThrownBy(() -> guestLetters.deliver(news, "delivery")).isInstanceOf(LetterPostponed.class);

        then(onboarding).should().postponeLetters("delivery", TURN);
    }
}
