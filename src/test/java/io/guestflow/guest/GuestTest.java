package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.NOW;
import static io.guestflow.guest.TestGuests.VALID_FOR;
import static io.guestflow.guest.TestGuests.acceptedGuest;
import static io.guestflow.guest.TestGuests.activeGuest;
import static io.guestflow.guest.TestGuests.declinedGuest;
import static io.guestflow.guest.TestGuests.invitation;
import static io.guestflow.guest.TestGuests.invitedGuest;
import static io.guestflow.guest.TestGuests.removal;
import static io.guestflow.guest.TestGuests.removedGuest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuestTest {

    private static final Instant EXPIRY = NOW.plus(VALID_FOR);
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void isPendingFromTheInvitationOn() {
        Guest guest = invitedGuest();

        assertThat(guest.state()).isEqualTo(GuestState.PENDING);
        assertThat(guest.inCharge()).isEqualTo(TestGuests.PROCESS_INSTANCE);
        assertThat(guest.addressRejected()).isFalse();
        assertThat(guest.removal()).isNull();
        assertThat(guest.version()).isZero();
    }

    @Test
    void isCalledByTheirNameAndWithoutOneByTheirAddress() {
        Guest nameless = Guest.invited(GuestId.next(), EmailAddress.of("ada@analytical.example"), null, invitation(), "p", NOW);

        assertThat(invitedGuest().displayName()).isEqualTo(TestGuests.NAME);
        assertThat(nameless.displayName()).isEqualTo("ada@analytical.example");
    }

    @Test
    void becomesActiveByAcceptance() {
        Guest accepted = invitedGuest().accepted(LATER);
        assertThat(accepted.state()).isEqualTo(GuestState.ACCEPTED);
        assertThat(accepted.stateChangedAt()).isEqualTo(LATER);

        assertThat(accepted.activated(LATER).state()).isEqualTo(GuestState.ACTIVE);
    }

    @Test
    void canAnswerUntilTheVeryMomentOfTheExpiry() {
        assertThat(invitedGuest().accepted(EXPIRY.minusMillis(1)).state()).isEqualTo(GuestState.ACCEPTED);
        refused(() -> invitedGuest().accepted(EXPIRY));
        refused(() -> invitedGuest().declined(EXPIRY));
    }

    static Stream<Guest> everyStateButPending() {
        return Stream.of(acceptedGuest(), declinedGuest(), activeGuest(), removedGuest());
    }

    @ParameterizedTest
    @MethodSource("everyStateButPending")
    void whoIsNotPendingHasNothingToAnswerOrToBeSent(Guest guest) {
        refused(() -> guest.accepted(NOW));
        refused(() -> guest.declined(NOW));
        refused(() -> guest.letterAskedFor(NOW));
        refused(() -> guest.addressCorrected(EmailAddress.of("new@analytical.example"), NOW));
    }

    static Stream<Guest> everyStateButAccepted() {
        return Stream.of(invitedGuest(), declinedGuest(), activeGuest(), removedGuest());
    }

    @ParameterizedTest
    @MethodSource("everyStateButAccepted")
    void whoHasNotAcceptedIsNotActivated(Guest guest) {
        refused(() -> guest.activated(NOW));
    }

    @Test
    void getsALetterOfItsOwnNumberAndMoreTimeWhenAnotherIsAskedFor() {
        Guest guest = invitedGuest();

        Invitation again = guest.letterAskedFor(NOW.plusSeconds(1)).invitation();

        assertThat(again.letterNumber()).isEqualTo(guest.invitation().letterNumber() + 1);
        assertThat(again.expiresAt()).isEqualTo(EXPIRY.plusSeconds(1));
        assertThat(again.generation()).isEqualTo(guest.invitation().generation());
        assertThat(again.id()).isEqualTo(guest.invitation().id());
    }

    @Test
    void getsLinksThatOutdateTheOldOnesWhenTheAddressIsCorrected() {
        Guest rejected = invitedGuest().addressRefused();
        assertThat(rejected.addressRejected()).isTrue();

        Guest corrected = rejected.addressCorrected(EmailAddress.of("new@analytical.example"), NOW);

        assertThat(corrected.address().value()).isEqualTo("new@analytical.example");
        assertThat(corrected.addressRejected()).isFalse();
        assertThat(corrected.invitation().generation()).isEqualTo(rejected.invitation().generation() + 1);
        assertThat(corrected.invitation().letterNumber()).isEqualTo(rejected.invitation().letterNumber() + 1);
    }

    static Stream<Guest> everyStateButRemoved() {
        return Stream.of(invitedGuest(), acceptedGuest(), declinedGuest(), activeGuest());
    }

    @ParameterizedTest
    @MethodSource("everyStateButRemoved")
    void canBeRemovedInEveryStateAndIsThenInTheRemovalsCharge(Guest guest) {
        Guest removed = guest.removed(removal(RemovalReason.REQUESTED, guest.state()), "removal", LATER);

        assertThat(removed.state()).isEqualTo(GuestState.REMOVED);
        assertThat(removed.removal().stateBefore()).isEqualTo(guest.state());
        assertThat(removed.requireInCharge("removal")).isSameAs(removed);
        refused(() -> removed.requireInCharge(TestGuests.PROCESS_INSTANCE));
    }

    @ParameterizedTest
    @EnumSource
    void isNotRemovedTwice(RemovalReason reason) {
        refused(() -> removedGuest().removed(removal(reason, GuestState.PENDING), "removal", NOW));
    }

    @Test
    void isRemovedForTheReasonThatIsTrueOnly() {
        refused(() -> removed(invitedGuest(), RemovalReason.DECLINED, NOW));
        refused(() -> removed(activeGuest(), RemovalReason.WITHDRAWN, NOW));
        refused(() -> removed(invitedGuest(), RemovalReason.EXPIRED, EXPIRY.minusMillis(1)));
        refused(() -> removed(acceptedGuest(), RemovalReason.EXPIRED, EXPIRY));

        assertThat(removed(declinedGuest(), RemovalReason.DECLINED, NOW).state()).isEqualTo(GuestState.REMOVED);
        assertThat(removed(invitedGuest(), RemovalReason.WITHDRAWN, NOW).state()).isEqualTo(GuestState.REMOVED);
        assertThat(removed(invitedGuest(), RemovalReason.EXPIRED, EXPIRY).state()).isEqualTo(GuestState.REMOVED);
    }

    @Test
    void isNotRemovedWithANoteThatCouldNotBeKept() {
        assertThatThrownBy(() -> new Removal(RemovalReason.REQUESTED, "n".repeat(2001), "grace", GuestState.ACTIVE, NOW, EXPIRY, null))
                .isInstanceOf(Refused.class).hasMessage("note: A note has at most 2,000 characters.");
    }

    @ParameterizedTest
    @MethodSource("everyStateButRemoved")
    void whoIsNotRemovedCannotComeBack(Guest guest) {
        refused(() -> guest.restored(NOW));
        refused(() -> guest.invitedAgain(null, invitation(), "next", NOW));
        refused(() -> guest.askedForNewInvitation(NOW));
    }

    @Test
    void isActiveAgainWhenRestoredIfTheyWereBefore() {
        Guest restored = TestGuests.removed(activeGuest(), "removal").restored(LATER);

        assertThat(restored.state()).isEqualTo(GuestState.ACTIVE);
        assertThat(restored.removal()).isNull();
        refused(() -> removedGuest().restored(LATER));
        refused(() -> TestGuests.removed(acceptedGuest(), "removal").restored(LATER));
    }

    @Test
    void isTheSameGuestWithAnInvitationOfTheirOwnWhenInvitedAgain() {
        Guest removed = removedGuest().addressRefused();
        Invitation next = invitation();

        Guest again = removed.invitedAgain(null, next, "next", LATER);

        assertThat(again.id()).isEqualTo(removed.id());
        assertThat(again.name()).isEqualTo(TestGuests.NAME);
        assertThat(again.state()).isEqualTo(GuestState.PENDING);
        assertThat(again.invitation()).isEqualTo(next);
        assertThat(again.inCharge()).isEqualTo("next");
        assertThat(again.removal()).isNull();
        assertThat(again.addressRejected()).isFalse();
        assertThat(removed.invitedAgain("Countess", next, "next", LATER).name()).isEqualTo("Countess");
    }

    @Test
    void rememberWhenTheyAskedForANewInvitation() {
        assertThat(removedGuest().askedForNewInvitation(LATER).removal().newInvitationAskedAt()).isEqualTo(LATER);
    }

    @Test
    void obeysNobodyWhileNoProcessIsInCharge() {
        refused(() -> invitedGuest().released().requireInCharge(TestGuests.PROCESS_INSTANCE));
        refused(() -> invitedGuest().requireInCharge("another"));
    }

    @Test
    void staysAsTheyAreWhateverIsDoneWithACopy() {
        Guest guest = invitedGuest();
        Stream.<UnaryOperator<Guest>>of(g -> g.accepted(NOW), g -> g.declined(NOW), Guest::addressRefused, Guest::released)
                .forEach(change -> assertThat(change.apply(guest)).isNotEqualTo(guest));
        assertThat(guest.state()).isEqualTo(GuestState.PENDING);
    }

    private static Guest removed(Guest guest, RemovalReason reason, Instant now) {
        return guest.removed(removal(reason, guest.state()), "removal", now);
    }

    private static void refused(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(NotAllowed.class).satisfies(
                refusal -> assertThat(refusal.getMessage()).doesNotContain("Lovelace", "analytical"));
    }
}
