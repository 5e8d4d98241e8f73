package io.guestflow.onboarding;

import static io.guestflow.onboarding.OnboardingBench.asGrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Resends;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that the mail server does not take for now, and letters of which the engine loses sight. */
class DeliveryIncidentsTest extends GuestStory {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Resends resends;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void anIncidentOfTheEnginesOwnJobsIsNoneOfALetter() {
        Job cleanup = engine.getHistoryService().cleanUpHistoryAsync(true);

        engine.getManagementService().setJobRetries(cleanup.getId(), 0);

        assertThat(engine.getRuntimeService().createIncidentQuery().configuration(cleanup.getId()).count()).isEqualTo(1);
        engine.getManagementService().setJobRetries(cleanup.getId(), 3);
        assertThat(engine.getRuntimeService().createIncidentQuery().configuration(cleanup.getId()).count()).isZero();
    }

    @Test
    void sendsNoSecondLetterWhenTheEngineForgetsThatTheFirstOneLeft() {
        bench.invite();

        transaction.executeWithoutResult(lost -> {
            bench.run("SendInvitation");
            lost.setRollbackOnly();
        });
        assertThat(bench.waitingAt()).isEmpty();
        bench.run("SendInvitation");

        assertThat(bench.waitingAt()).containsExactly("UserTask_ReviewPermissions");
        assertThat(bench.post.letters()).hasSize(1);
    }

    @Test
    void tellsStaffAndInviterOfALetterThatCannotBeDeliveredAndGoesOnWhenItIsTriedAgain() {
        bench.invite();
        bench.post.refusingLetters(451);

        bench.room.failForGood(bench.onboarding, "SendInvitation");
        ProcessInstance failed = bench.only("failed-letter");
        assertThat(bench.room.incidents(bench.onboarding)).isEqualTo(1);
        assertThat(bench.room.waitingAt(failed)).containsExactly("UserTask_RetryLetter");
        assertThat(bench.lettersFor(LetterPurpose.INVITER_LETTER_FAILED)).hasSize(1);

        bench.post.behavingAgain();
        engine.getTaskService().complete(bench.room.task(failed, "UserTask_RetryLetter").getId());
        assertThat(bench.running("failed-letter")).isEmpty();
        assertThat(bench.room.incidents(bench.onboarding)).isZero();
        bench.run("SendInvitation");

        assertThat(bench.waitingAt()).containsExactly("UserTask_ReviewPermissions");
        assertThat(bench.post.letters()).hasSize(1);
    }

    @Test
    void closesTheTaskOfAFailedLetterWhenTheGuestIsInvitedOnceMore() {
        bench.invite();
        bench.post.refusingLetters(451);
        bench.room.failForGood(bench.onboarding, "SendInvitation");

        bench.post.behavingAgain();
        asGrace(() -> resends.resend(bench.guest));

        assertThat(bench.running("failed-letter")).isEmpty();
        bench.run("SendInvitation");
        assertThat(bench.post.letters()).hasSize(1);
    }
}
