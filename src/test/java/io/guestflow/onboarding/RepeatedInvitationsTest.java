package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests who are invited more than once, and one who is not invited at all. */
class RepeatedInvitationsTest extends GuestStory {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Removals removals;

    @Test
    void repeatsTheInvitationOfPendingGuestInTheOnboardingThatRuns() {
        bench.invite();

        GuestId again = onboardings.invite(bench.request());

        assertThat(again).isEqualTo(bench.guest);
        assertThat(bench.running("guest-onboarding")).extracting(ProcessInstance::getId).containsExactly(bench.onboarding.getId());
    }

    @Test
    void bringsBackRemovedGuestWhoIsInvitedAgain() {
        bench.inviteAndAsk();
        removals.start(bench.guest, RemovalReason.REQUESTED, "numinous");

        GuestId again = onboardings.invite(bench.request());

        assertThat(again).isEqualTo(bench.guest);
        assertThat(bench.state()).isEqualTo(GuestState.PENDING);
        assertThat(bench.running("guest-removal")).isEmpty();
        assertThat(bench.running("guest-onboarding")).hasSize(1);
    }

    @Test
    void leavesNothingHalfDoneWhenAnInvitationIsRefused() {
        var refused = new InvitationRequest("Zebulon\r\nQuincunx", bench.address, "numinous", List.of("ulterior"), null, true,
                "//ulterior.example", null, null, null, null, null);
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

        assertThatThrownBy(() -> onboardings.invite(refused)).isInstanceOf(Refused.class);

        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }
}
