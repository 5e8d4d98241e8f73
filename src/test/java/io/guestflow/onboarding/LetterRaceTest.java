package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A letter leaves in the moment in which another is asked for. */
@GuestflowTest
class LetterRaceTest {

    private static final int ROUNDS = 30;

    @Autowired
    private AutowireCapableBeanFactory beans;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopTheThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "RESEND", "CORRECT_ADDRESS"})
    void noLetterWaitsForEver(LifeStep asksForALetter) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            LifeBench bench = beans.createBean(LifeBench.class);
            bench.happens(LifeStep.INVITE);
            var start = new CyclicBarrier(2);

            threads.invokeAll(Stream.of(LifeStep.DELIVER, asksForALetter).<Callable<Boolean>>map(step -> () -> {
                start.await();
                return bench.happens(step);
            }).toList());
            bench.happens(LifeStep.DELIVER);

            assertThat(bench.invitationWaits()).as("a letter waits, round " + round).isFalse();
            assertThat(bench.tasks()).hasSize(1).containsKey("UserTask_ReviewPermissions");
        }
    }
}
