package io.guestflow.graph;

import static io.guestflow.graph.KeyedPrograms.BODY;
import static io.guestflow.graph.KeyedPrograms.assertRefused;
import static io.guestflow.graph.KeyedPrograms.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Refused;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;

/** The same request comes again while the first one is still being worked on. */
@GuestflowTest
class RequestUnderWayTest {

    private final String key = UUID.randomUUID().toString();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch finish = new CountDownLatch(1);
    private KeyedPrograms programs;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        programs = beans.createBean(KeyedPrograms.class);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void ofTwoAtTheSameTimeOneInvitesAndTheOtherAnswersTheSame() throws Exception {
        Future<UUID> first = begin(programs::invite);
        Future<UUID> second = repeat();
        assertThat(second.isDone()).isFalse();
        finish.countDown();

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
        assertThat(programs.invited()).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoMayInviteIfTheFirstWasRefused() throws Exception {
        Future<UUID> first = begin(() -> {
            throw new Refused("groups", "unknown-groups", "No.");
        });
        Future<UUID> second = repeat();
        finish.countDown();

        assertThatThrownBy(first::get).hasCauseInstanceOf(Refused.class);
        assertThat(second.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoeverWouldWaitTooLongIsAskedToTryAgain() {
        var requests = mock(RememberedRequests.class);
        doThrow(new CannotAcquireLockException("ten seconds")).when(requests).begin(any(), any());

        assertRefused(() -> once(programs.remembering(requests), key, BODY, programs::invite), Fault.CHANGED_MEANWHILE, "request-under-way");
        assertThat(programs.invited()).isZero();
    }

    /** Comes back when the first request is on its way, which it stays until {@link #finish}. */
    private Future<UUID> begin(Supplier<UUID> outcome) {
        var inviting = new CountDownLatch(1);
        Future<UUID> first = threads.submit(() -> once(programs.crm(), key, BODY, () -> {
            inviting.countDown();
            await(finish);
            return outcome.get();
        }));
        await(inviting);
        return first;
    }

    private Future<UUID> repeat() {
        return threads.submit(() -> once(programs.crm(), key, BODY, programs::invite));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
