package io.guestflow.guest;

import static io.guestflow.guest.TestGuests.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RestorationsTest {

    private final GuestBench bench = new GuestBench();

    @Test
    void bringBackAnActiveGuestWithTheGroupsThatAreStillThere() {
        UUID kept = UUID.randomUUID();
        UUID deleted = UUID.randomUUID();
        bench.directory.groups.add(kept);
        bench.directory.groups.add(deleted);
        Guest guest = bench.active(ADDRESS);
        bench.directory.join(guest.id(), new Memberships(Set.of(kept, deleted), Set.of(), Set.of()));
        remove(guest);
        bench.directory.groups.remove(deleted);

        bench.restorations().restore(guest.id(), "removal");

        assertThat(bench.guest(guest.id()).state()).isEqualTo(GuestState.ACTIVE);
        assertThat(bench.directory.memberships(guest.id()).groups()).containsExactly(kept);
        assertThat(bench.audited).contains(AuditActivity.RESTORE_USER, AuditActivity.SKIP_MEMBERSHIP);
        verify(bench.onboarding, never()).invite(any());
    }

    @Test
    void inviteAPendingGuestAnewAndGiveItsAppsBack() {
        UUID app = UUID.randomUUID();
        Guest guest = bench.invited(ADDRESS);
        bench.directory.join(guest.id(), new Memberships(Set.of(), Set.of(), Set.of(app)));
        remove(guest);

        bench.restorations().restore(guest.id(), "removal");

        var request = ArgumentCaptor.forClass(InvitationRequest.class);
        verify(bench.onboarding).invite(request.capture());
        assertThat(request.getValue().email()).isEqualTo(ADDRESS);
        assertThat(request.getValue().sendMessage()).isTrue();
        assertThat(bench.guest(guest.id()).inCharge()).isNull();
        assertThat(bench.directory.memberships(guest.id()).apps()).containsExactly(app);
    }

    @Test
    void noteARequestForANewInvitationOnce() {
        Guest guest = bench.invited(ADDRESS);
        remove(guest);

        assertThat(bench.restorations().askForNewInvitation(guest.id())).isTrue();
        assertThat(bench.restorations().askForNewInvitation(guest.id())).isFalse();

        verify(bench.onboarding).newInvitationAskedFor(any());
    }

    @Test
    void takeAnExpiredInvitationForOverEvenIfItsTimerIsLate() {
        Guest guest = bench.invited(ADDRESS);
        bench.passes(Duration.ofDays(31));

        bench.restorations().askForNewInvitation(guest.id());

        verify(bench.onboarding).remove(guest.id(), RemovalReason.EXPIRED, null);
    }

    private void remove(Guest guest) {
        bench.removals().remove(guest.id(), RemovalReason.REQUESTED, null, "removal");
    }
}
