package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.ADDRESS;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedemptionResetsTest {

    private static final String NEW_ADDRESS = "ada@engine.example";

    private final GuestBench bench = new GuestBench();

    @BeforeEach
    void administratorActs() {
        bench.actsAs("grace", true);
    }

    @Test
    void askAnActiveGuestToRedeemAgainAtAnotherAddressAndKeepTheRest() {
        UUID group = UUID.randomUUID();
        bench.directory.groups.add(group);
        Guest active = bench.active(ADDRESS);
        bench.directory.join(active.id(), new Memberships(Set.of(group), Set.of(), Set.of()));
        bench.directory.addMail(active.id(), NEW_ADDRESS);

        Invited invited = reset(active.id(), NEW_ADDRESS, true);

        Guest guest = bench.guest(active.id());
        assertThat(invited).isEqualTo(new Invited(active.id(), false, true));
        assertThat(guest.state()).isEqualTo(GuestState.PENDING);
        assertThat(guest.address().value()).isEqualTo(NEW_ADDRESS);
        assertThat(guest.inCharge()).isEqualTo("fresh");
        assertThat(bench.directory.memberships(guest.id()).groups()).containsExactly(group);
        verify(bench.signIns).revokeAll(guest.id());
        assertThat(bench.audited).contains(AuditActivity.RESET);
    }

    @Test
    void killTheLinkThatWasAcceptedBefore() {
        Guest active = bench.active(ADDRESS);
        String oldTicket = bench.tickets().issue(active.invitation());

        reset(active.id(), ADDRESS, true);

        assertThat(bench.redemptions().of(oldTicket).standing()).isEqualTo(Redemption.Standing.UNKNOWN);
        assertThat(bench.redemptions().of(bench.tickets().issue(bench.guest(active.id()).invitation())).standing()).isEqualTo(Redemption.Standing.OPEN);
    }

    @Test
    void giveAPendingGuestANewLinkWithinTheRunningOnboarding() {
        Guest pending = bench.invited(ADDRESS);

        Invited invited = reset(pending.id(), ADDRESS, true);

        Guest guest = bench.guest(pending.id());
        assertThat(invited).isEqualTo(new Invited(pending.id(), true, true));
        assertThat(guest.inCharge()).isEqualTo(pending.inCharge());
        assertThat(guest.invitation().generation()).isEqualTo(pending.invitation().generation() + 1);
        assertThat(bench.letters.find(pending.invitationLetter())).get().extracting(Letter::state).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void planTheExpiryOfAPendingGuestAnewEvenWhereNoLetterFollows() {
        Guest pending = bench.invited(ADDRESS);

        reset(pending.id(), ADDRESS, false);

        verify(bench.onboarding).planAnew(argThat(guest -> guest.invitation().generation() == pending.invitation().generation() + 1));
    }

    @Test
    void giveTheGroupsAndSponsorsThatTheyName() {
        UUID group = UUID.randomUUID();
        UUID sponsor = UUID.randomUUID();
        bench.directory.groups.add(group);
        bench.directory.sponsors.add(sponsor);
        Guest active = bench.active(ADDRESS);

        bench.invitations().invite(new InvitationRequest(null, ADDRESS, null, List.of(group.toString()), null, true, null, null, null,
                List.of(sponsor.toString()), null, active.id().toString()), "fresh");

        assertThat(bench.directory.memberships(active.id()).groups()).containsExactly(group);
        assertThat(bench.sponsors.of(active.id().value())).containsExactly(sponsor);
    }

    @Test
    void sendNoLetterWhereNoneIsWanted() {
        Guest active = bench.active(ADDRESS);

        Invited invited = reset(active.id(), ADDRESS, false);

        assertThat(invited.letterWanted()).isFalse();
        assertThat(bench.guest(active.id()).invitation().letterNumber()).isZero();
    }

    @Test
    void refuseAnAddressThatIsNoneOfTheGuests() {
        Guest active = bench.active(ADDRESS);

        refused("unknown-mail", () -> reset(active.id(), NEW_ADDRESS, true));
    }

    @Test
    void refuseAnAddressByWhichSomebodyElseSignsIn() {
        Guest active = bench.active(ADDRESS);
        bench.invited(NEW_ADDRESS);
        bench.directory.addMail(active.id(), NEW_ADDRESS);

        refused("address-taken", () -> reset(active.id(), NEW_ADDRESS, true));
    }

    @Test
    void areNotForInviters() {
        Guest active = bench.active(ADDRESS);
        bench.actsAs("adele", false);

        refused("not-allowed", () -> reset(active.id(), ADDRESS, true));
    }

    @Test
    void ofGuestsWithADirectoryRoleAreNotForPrograms() {
        Guest active = bench.active(ADDRESS);
        bench.directory.join(active.id(), new Memberships(Set.of(), Set.of(UUID.randomUUID()), Set.of()));
        bench.actsAs(new Actor(Actor.Kind.APPLICATION, "crm"), true, true);
        refused("not-allowed", () -> reset(active.id(), ADDRESS, true));

        bench.actsAs("grace", true);
        assertThat(reset(active.id(), ADDRESS, true).guest()).isEqualTo(active.id());
    }

    @Test
    void refuseGuestsWhoAreBlockedOrUnknownOrRemovedOrJustAboutToAnswer() {
        Guest blocked = bench.active(ADDRESS);
        bench.directory.block(blocked.id());
        refused("account-disabled", () -> reset(blocked.id(), ADDRESS, true));
        refused("unknown-guest", () -> reset(GuestId.next(), ADDRESS, true));
        Guest accepted = bench.invited("accepted@partner.example");
        bench.reviews().accept(bench.directory.find(accepted.id()).orElseThrow(), new Answers("{}", "0", Locale.ENGLISH, NOW));
        refused("not-redeemed", () -> reset(accepted.id(), "accepted@partner.example", true));
        Guest removed = bench.active("removed@partner.example");
        bench.removals().remove(removed.id(), RemovalReason.REQUESTED, null, "removal");
        refused("unknown-guest", () -> reset(removed.id(), "removed@partner.example", true));
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.problems()).extracting(Problem::code).containsExactly(code));
    }

    private Invited reset(GuestId guest, String address, boolean letter) {
        return bench.invitations().invite(new InvitationRequest(null, address, null, List.of(), List.of(), letter, null, null, null, null, null,
                guest.toString()), "fresh");
    }
}
