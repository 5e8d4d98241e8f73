package io.guestflow.onboarding;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import io.guestflow.guest.GuestLetters;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.MailAddressRejected;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.TestGuests;
import java.time.Duration;
import java.util.Date;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ProcessTest
class ExpiryProcessTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FlowCoverage coverage;
    @Autowired
    private GuestLetters letters;
    @Autowired
    private Removals removals;

    private BoxBench bench;

    @BeforeEach
    void inviteSomebodyElse(@Autowired AutowireCapableBeanFactory beans) {
        bench = beans.createBean(BoxBench.class);
    }

    @AfterAll
    void everyNodeAndEveryFlowOfTheStoryIsPassed() {
        coverage.assertComplete(OnboardingStory.EXPIRY_AND_DELETION, engine);
    }

    @Test
    void removesGuestWhenTheInvitationExpires() {
        bench.inviteAndAsk();
        Assertions.assertThat(bench.dueDate("StartEvent_InvitationExpired"))
                .isEqualTo(Date.from(TestGuests.NOW.plus(TestGuests.VALID_FOR).plus(Duration.ofMinutes(1))));

        execute(bench.job("StartEvent_InvitationExpired"));

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("StartEvent_InvitationExpired", "TellInviter_Expired",
                "RequestRemoval_Expired", "EndEvent_InvitationExpired").hasNotPassed("Gateway_PermissionsAccepted");
        then(letters).should().tellInviter(bench.guest, LetterPurpose.INVITER_EXPIRED, bench.onboarding.getId());
        then(removals).should().request(bench.guest, RemovalReason.EXPIRED, bench.onboarding.getId());
    }

    @Test
    void removesGuestWhoseLetterNeverLeftWhenTheInvitationExpires() throws MailAddressRejected {
        bench.invite();

        execute(bench.job("StartEvent_InvitationExpired"));

        assertThat(bench.onboarding).isEnded().hasNotPassed("UserTask_ReviewPermissions");
        then(letters).should(never()).sendInvitation(any(), any());
    }

    @Test
    void closesTheInvitationOfDeletedGuest() {
        bench.inviteAndAsk();

        bench.correlate("GuestDeleted");

        assertThat(bench.onboarding).isEnded().hasPassedInOrder("StartEvent_GuestDeleted", "RevokeInvitation", "EndEvent_GuestDeleted")
                .hasNotPassed("Gateway_PermissionsAccepted");
        then(removals).should().revokeInvitation(bench.guest);
    }

    @Test
    void sendsNothingToGuestWhoIsDeletedWhileTheLetterWaits() throws MailAddressRejected {
        bench.invite();

        bench.correlate("GuestDeleted");

        assertThat(bench.onboarding).isEnded().hasPassed("EndEvent_GuestDeleted").hasNotPassed("SendInvitation");
        Assertions.assertThat(engine.getManagementService().createJobQuery().processInstanceId(bench.onboarding.getId()).list()).isEmpty();
        then(letters).should(never()).sendInvitation(any(), any());
    }

    @Test
    void closesEverythingOfGuestWhoIsDeletedWhileTheAddressIsBeingCorrected() throws MailAddressRejected {
        bench.inviteWithRejectedAddress();

        bench.correlate("GuestDeleted");

        assertThat(bench.onboarding).isEnded().hasNotPassed("Gateway_AddressCorrected");
    }
}
