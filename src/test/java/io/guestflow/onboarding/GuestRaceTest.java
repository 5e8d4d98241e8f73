package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Answers;
import io.guestflow.guest.ConcurrentChange;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Refused;
import io.guestflow.guest.RemovalReason;
import io.guestflow.guest.Removals;
import io.guestflow.guest.Reviews;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accept, decline, expire and remove meet in one moment: one wins, the others are told so, and guest and processes agree. */
@GuestflowTest
class GuestRaceTest {

    private static final int ROUNDS = 25;
    private static final Answers ANSWERS = new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now());

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Onboarding onboardings;
    @Autowired
    private Reviews reviews;
    @Autowired
    private Removals removals;
    @Autowired
    private Directory directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private EngineRoom room;

    private enum Step { ACCEPT, DECLINE, EXPIRE, REMOVE }

    static Stream<Arguments> everyPair() {
        return Stream.of(Step.values()).flatMap(first -> Stream.of(Step.values()).filter(second -> second.compareTo(first) >= 0)
                .map(second -> Arguments.of(first, second)));
    }

    @BeforeEach
    void enterTheEngineRoom() {
        room = new EngineRoom(engine, jdbc);
    }

    @AfterEach
    void stopTheThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void oneWinsAndTheGuestAndTheProcessesAgree(Step first, Step second) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            GuestId guest = invitedGuest(first == Step.EXPIRE || second == Step.EXPIRE);
            var start = new CyclicBarrier(2);
            Future<Boolean> one = threads.submit(() -> wins(first, guest, start));
            Future<Boolean> other = threads.submit(() -> wins(second, guest, start));

            assertAgreement(guest, won(first, one.get()), won(second, other.get()));
        }
    }

    private void assertAgreement(GuestId id, List<Step> one, List<Step> other) {
        List<Step> winners = Stream.concat(one.stream(), other.stream()).toList();
        Guest guest = directory.find(id).orElseThrow();
        assertThat(room.running("guest-onboarding", id)).as("onboardings after " + winners).isEmpty();
        if (guest.state() == GuestState.ACTIVE) {
            assertThat(winners).containsExactly(Step.ACCEPT);
            assertThat(room.running("guest-removal", id)).isEmpty();
        } else {
            assertThat(guest.state()).isEqualTo(GuestState.REMOVED);
            assertThat(room.running("guest-removal", id)).singleElement().satisfies(removal -> assertThat(removal.getId()).isEqualTo(guest.inCharge()));
            assertThat(winners).contains(Step.valueOf(switch (guest.removal().reason()) {
                case DECLINED -> "DECLINE";
                case EXPIRED -> "EXPIRE";
                default -> "REMOVE";
            }));
            boolean removedAfterAcceptance = winners.containsAll(List.of(Step.ACCEPT, Step.REMOVE));
            assertThat(winners).hasSize(removedAfterAcceptance ? 2 : 1);
            assertThat(guest.removal().stateBefore() == GuestState.ACTIVE).isEqualTo(removedAfterAcceptance);
        }
    }

    private boolean wins(Step step, GuestId guest, CyclicBarrier start) throws Exception {
        start.await();
        return switch (step) {
            case ACCEPT -> succeeds(() -> reviews.accept(directory.find(guest).orElseThrow(), ANSWERS));
            case DECLINE -> succeeds(() -> reviews.decline(directory.find(guest).orElseThrow()));
            case REMOVE -> succeeds(() -> removals.start(guest, RemovalReason.REQUESTED, null));
            case EXPIRE -> expires(guest);
        };
    }

    /** As the job executor does it: a timer that fails is tried again, until it is gone. */
    private boolean expires(GuestId guest) {
        while (true) {
            List<Job> timers = room.running("guest-onboarding", guest).stream()
                    .map(running -> room.job(running, "StartEvent_InvitationExpired")).filter(Objects::nonNull).toList();
            if (timers.isEmpty()) {
                return false;
            }
            try {
                engine.getManagementService().executeJob(timers.get(0).getId());
                return true;
            } catch (NotAllowed | ConcurrentChange | ProcessEngineException triedAgain) {
                Thread.onSpinWait();
            }
        }
    }

    /** @throws RuntimeException unless the loser is told in so many words */
    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (NotAllowed | Refused | ConcurrencyFailureException lost) {
            return false;
        }
    }

    private static List<Step> won(Step step, boolean won) {
        return won ? List.of(step) : List.of();
    }

    private GuestId invitedGuest(boolean aboutToExpire) {
        GuestId guest = onboardings.invite(new InvitationRequest(null, UUID.randomUUID() + "@racers.example", null, List.of(), List.of(),
                false, null, List.of(), "en", null, null, null));
        if (aboutToExpire) {
            Instant expiry = Instant.now().plusMillis(ThreadLocalRandom.current().nextInt(5, 60));
            jdbc.sql("update invitation set expires_at = :expiry where guest_id = :guest").param("expiry", expiry.atOffset(ZoneOffset.UTC))
                    .param("guest", guest.value()).update();
        }
        return guest;
    }
}
