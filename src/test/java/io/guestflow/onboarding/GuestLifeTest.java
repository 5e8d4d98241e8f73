package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContextManager;

/** Whatever happens to a guest, one after the other or at once: the application does what the small model in memory says. */
@GuestflowTest
@Tag("database")
class GuestLifeTest {

    private static final int LONGEST_SECONDS = 30;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @BeforeProperty
    void enterTheSharedApplication() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property
    void aGuestLivesAsTheModelSays(@ForAll @Size(min = 1, max = 14) List<LifeStep> steps) {
        LifeBench bench = beans.createBean(LifeBench.class);
        Life life = Life.UNKNOWN;
        for (LifeStep step : steps) {
            Optional<Life> next = life.after(step);
            assertThat(bench.happens(step)).as("whether it can happen that, after %s, %s", life, step).isEqualTo(next.isPresent());
            life = next.orElse(life);
            assertAgreement(bench, life);
            if (life.state() == GuestState.PENDING) {
                assertThat(bench.reminders()).as("reminders of the newest letter").isEqualTo(life.reminders());
            }
        }
        assertThat(bench.happens(LifeStep.DELIVER)).isTrue();
        assertAgreement(bench, life.after(LifeStep.DELIVER).orElseThrow());
    }

    @Property
    void whatHappensAtOnceHappensInSomeOrder(@ForAll @Size(max = 5) List<LifeStep> before, @ForAll @Size(min = 2, max = 3) List<LifeStep> atOnce)
            throws Exception {
        LifeBench bench = beans.createBean(LifeBench.class);
        bench.happens(LifeStep.INVITE);
        before.forEach(bench::happens);
        Life life = Life.INVITED.afterWhatIsAllowedOf(before);

        List<LifeStep> happened = atOnce(bench, atOnce);
        bench.happens(LifeStep.DELIVER);
        assertThat(happened).as("whether anybody came through, of %s after %s", atOnce, life)
                .satisfies(some -> assertThat(some.isEmpty()).isEqualTo(atOnce.stream().allMatch(step -> life.after(step).isEmpty())));

        List<Life> legal = LifeStep.orders(happened).stream().flatMap(order -> life.after(order).stream())
                .flatMap(end -> end.after(LifeStep.DELIVER).stream()).toList();
        assertThat(legal).as("ends of %s at once after %s", happened, life).anySatisfy(end -> assertAgreement(bench, end));
    }

    /** @return the steps that were not refused */
    private static List<LifeStep> atOnce(LifeBench bench, List<LifeStep> steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            var start = new CyclicBarrier(steps.size());
            List<Callable<List<LifeStep>>> people = steps.stream().<Callable<List<LifeStep>>>map(step -> () -> {
                start.await();
                return bench.happens(step) ? List.of(step) : List.of();
            }).toList();
            List<LifeStep> happened = new ArrayList<>();
            for (Future<List<LifeStep>> result : threads.invokeAll(people, LONGEST_SECONDS, TimeUnit.SECONDS)) {
                happened.addAll(result.get());
            }
            return happened;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Directory, processes and dispatch log say the same as the model. */
    private static void assertAgreement(LifeBench bench, Life life) {
        assertThat(bench.guest().map(Guest::state)).as("state").isEqualTo(Optional.ofNullable(life.state()));
        assertThat(bench.guest().map(Guest::removal).map(Removal::stateBefore)).as("state before the removal")
                .isEqualTo(Optional.ofNullable(life.before()));
        assertThat(bench.invitationWaits()).as("a letter waits").isEqualTo(life.letterWaits());
        assertThat(bench.incidents()).as("incidents").isZero();
        String inCharge = bench.guest().map(Guest::inCharge).orElse(null);
        assertThat(bench.tasks()).as("tasks").isEqualTo(taskOf(life).map(task -> Map.of(task, inCharge)).orElse(Map.of()));
        assertThat(bench.running()).as("running instances").hasSize(life.state() == null || life.state() == GuestState.ACTIVE ? 0 : 1);
    }

    private static Optional<String> taskOf(Life life) {
        if (life.state() == GuestState.REMOVED) {
            return Optional.of("UserTask_RestoreOrPurge");
        }
        return life.state() == GuestState.PENDING && life.asked() ? Optional.of("UserTask_ReviewPermissions") : Optional.empty();
    }
}
