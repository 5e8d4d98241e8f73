package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What becomes of those who change a job that is being worked off. */
class LetterJobsTest extends GuestStory {

    @Autowired
    private ManagementService realManagement;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whoHastensALetterThatLeavesInThatMomentMayTryAgain() {
        bench.invite();
        var management = mock(ManagementService.class, delegatesTo(realManagement));
        willAnswer(call -> {
            bench.run("SendInvitation");
            realManagement.setJobDuedate(call.getArgument(0), call.getArgument(1));
            return null;
        }).given(management).setJobDuedate(any(String.class), any(Date.class));
        var jobs = new LetterJobs(management, jdbc, transactions, Clock.systemUTC());

        assertThatThrownBy(() -> jobs.hasten(bench.onboarding.getId())).isInstanceOf(OptimisticLockingFailureException.class);
    }
}
