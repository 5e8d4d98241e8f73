package io.guestflow.guest;

import static io.guestflow.guest.GuestBench.PROCESS_INSTANCE;
import static io.guestflow.guest.TestGuests.ADDRESS;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationsTest {

    private final GuestBench bench = new GuestBench();

    @Test
    void entersTheGuestWithGroupsSponsorsAndALetter() {
        UUID group = UUID.randomUUID();
        UUID sponsor = UUID.randomUUID();
        bench.directory.groups.add(group);
        bench.directory.sponsors.add(sponsor);
        UUID adele = bench.actsAs("adele", false);

        Invited invited = invite(group.toString(), sponsor.toString(), null, true);

        Guest guest = bench.guest(invited.guest());
        assertThat(guest.state()).isEqualTo(GuestState.PENDING);
        assertThat(guest.invitation().inviter()).isEqualTo(adele);
        assertThat(guest.invitation().client()).isNull();
        assertThat(bench.directory.memberships(guest.id()).groups()).containsExactly(group);
        assertThat(bench.sponsors.of(guest.id().value())).containsExactly(sponsor);
        assertThat(bench.letters.find(guest.invitationLetter())).isPresent();
        assertThat(bench.audited).containsExactly(AuditActivity.ADD_USER, AuditActivity.ADD_SPONSOR, AuditActivity.INVITE);
    }

    @Test
    void rememberWhichProgramInvited() {
        bench.actsAs(new Actor(Actor.Kind.APPLICATION, "crm"), false, true);

        Invitation invitation = bench.invited(ADDRESS).invitation();

        assertThat(invitation.client()).isEqualTo("crm");
        assertThat(invitation.inviter()).isNull();
    }

    @Test
    void endWhenTheInviterSaysSo() {
        Guest guest = bench.guest(invite(null, null, NOW.plus(Duration.ofDays(2)).toString(), true).guest());

        assertThat(guest.invitation().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(guest.invitation().validFor()).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({"2099-03-02T09:00:00Z", "2099-06-01T09:00:00Z", "tomorrow", "2099-03-09"})
    void endNeitherInThePastNorInAFarFutureNorAtNoTime(String expiresAt) {
        assertThatThrownBy(() -> invite(null, null, expiresAt, true)).isInstanceOf(Refused.class).hasMessageStartingWith("expiresAt: ");
    }

    @Test
    void doNotNameUnknownSponsors() {
        assertThatThrownBy(() -> invite(null, UUID.randomUUID().toString(), null, true)).hasMessageContaining("sponsors: ");
    }

    @Test
    void giveNobodyMoreThanFiveSponsorsHoweverOftenTheyAreRepeated() {
        Guest guest = bench.invited(ADDRESS);
        for (int i = 0; i < 5; i++) {
            bench.sponsors.add(guest.id().value(), UUID.randomUUID());
        }
        UUID sixth = UUID.randomUUID();
        bench.directory.sponsors.add(sixth);

        assertThatThrownBy(() -> invite(null, sixth.toString(), null, true)).isInstanceOf(Refused.class)
                .hasMessage("sponsors: A guest has at most 5 sponsors.");
    }

    @Test
    void keepTheGuestWhoIsPendingAndTakeOverWhatTheSameInviterSaysNow() {
        bench.actsAs("adele", false);
        Guest first = bench.invited(ADDRESS);

        Invited again = bench.invitations().invite(saying("Now with a map"), "another-instance");

        assertThat(again).isEqualTo(new Invited(first.id(), true, true));
        Guest guest = bench.guest(first.id());
        assertThat(guest.invitation().message()).isEqualTo("Now with a map");
        assertThat(guest.invitation().id()).isEqualTo(first.invitation().id());
        assertThat(guest.inCharge()).isEqualTo(PROCESS_INSTANCE);
    }

    @Test
    void letNobodyPutWordsIntoTheMouthOfAnotherInviter() {
        bench.actsAs("adele", false);
        Guest first = bench.invited(ADDRESS);
        bench.actsAs("mallory", false);

        bench.invitations().invite(saying("Send me your password"), "another-instance");

        assertThat(bench.guest(first.id()).invitation().message()).isEqualTo("Welcome!");
    }

    @Test
    void areNotForTheContactAddressOfAnotherGuest() {
        bench.directory.addMail(bench.active("charles@engine.example").id(), ADDRESS);

        assertThatThrownBy(() -> bench.invited(ADDRESS)).isInstanceOf(Refused.class).hasMessageContaining("contact address");
    }

    @Test
    void refuseWhomAnAdministratorBlocked() {
        bench.directory.block(bench.invited(ADDRESS).id());

        assertThatThrownBy(() -> bench.invited(ADDRESS)).hasMessageContaining("disabled");
    }

    @Test
    void refuseWhoHasAccepted() {
        bench.active(ADDRESS);

        assertThatThrownBy(() -> bench.invited(ADDRESS)).isInstanceOf(Refused.class).hasMessageContaining("accepted already");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,                                  SYSTEM,      true,  false",
        "NONE,                                  STAFF,       true,  false",
        "NONE,                                  STAFF,       false, false",
        "NONE,                                  APPLICATION, true,  false",
        "NONE,                                  APPLICATION, false, false",
        "NONE,                                  GUEST,       false, false",
        "ADMINS_AND_GUEST_INVITERS,             SYSTEM,      true,  true",
        "ADMINS_AND_GUEST_INVITERS,             STAFF,       true,  true",
        "ADMINS_AND_GUEST_INVITERS,             STAFF,       false, false",
        "ADMINS_AND_GUEST_INVITERS,             APPLICATION, true,  true",
        "ADMINS_AND_GUEST_INVITERS,             APPLICATION, false, false",
        "ADMINS_AND_GUEST_INVITERS,             GUEST,       false, false",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, SYSTEM,      true,  true",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, STAFF,       true,  true",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, STAFF,       false, true",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, APPLICATION, true,  true",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, APPLICATION, false, false",
        "ADMINS_GUEST_INVITERS_AND_ALL_MEMBERS, GUEST,       false, false",
        "EVERYONE,                              SYSTEM,      true,  true",
        "EVERYONE,                              STAFF,       true,  true",
        "EVERYONE,                              STAFF,       false, true",
        "EVERYONE,                              APPLICATION, true,  true",
        "EVERYONE,                              APPLICATION, false, true",
        "EVERYONE,                              GUEST,       false, true"})
    void comeFromWhomThePolicyAllows(AllowInvitesFrom policy, Actor.Kind kind, boolean inviter, boolean allowed) {
        when(bench.policy.allowInvitesFrom()).thenReturn(policy);
        bench.actsAs(new Actor(kind, "somebody"), false, inviter);

        if (allowed) {
            assertThat(bench.invited(ADDRESS).state()).isEqualTo(GuestState.PENDING);
        } else {
            assertThatThrownBy(() -> bench.invited(ADDRESS)).isInstanceOf(Refused.class).hasMessageContaining("does not let you invite");
        }
    }

    @Test
    void takeARemovedGuestBackWithNothingButTheGroupsNowNamed() {
        Guest guest = bench.active(ADDRESS);
        bench.removals().remove(guest.id(), RemovalReason.REQUESTED, null, "removal");

        Invited again = bench.invitations().invite(TestGuests.request(ADDRESS), "fresh");

        assertThat(again).isEqualTo(new Invited(guest.id(), false, true));
        assertThat(bench.guest(guest.id()).inCharge()).isEqualTo("fresh");
        assertThat(bench.guest(guest.id()).invitation().id()).isNotEqualTo(guest.invitation().id());
        verify(bench.onboarding).invitedAgain(any());
    }

    @Test
    void sayNothingToTheOnboardingOfPendingGuestWhenNothingChanges() {
        bench.actsAs("adele", false);
        bench.invited(ADDRESS);
        bench.actsAs("mallory", false);

        bench.invited(ADDRESS);

        verify(bench.onboarding, never()).planAnew(any());
    }

    private Invited invite(String group, String sponsor, String expiresAt, boolean letter) {
        return bench.invitations().invite(new InvitationRequest("Ada", ADDRESS, "Welcome!", group == null ? null : List.of(group), null, letter, null,
                null, null, sponsor == null ? null : List.of(sponsor), expiresAt, null), PROCESS_INSTANCE);
    }

    private static InvitationRequest saying(String message) {
        return new InvitationRequest(null, ADDRESS, message, null, null, true, null, null, null, null, null, null);
    }
}
