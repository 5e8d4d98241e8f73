package io.guestflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Nobody gets more than five codes an hour mailed to an address by asking from many places at once. */
@GuestflowTest
class CodesInOneMomentTest {

    private static final int PLACES = 12;

    private PortalBench bench;
    private final ExecutorService places = Executors.newFixedThreadPool(PLACES);

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        bench = beans.createBean(PortalBench.class);
    }

    @AfterEach
    void leave() {
        places.shutdownNow();
    }

    @Test
    void anAddressGetsFive() throws Exception {
        String address = bench.invitedGuest().address().value();

        assertThat(askedAtOnce("/sign-in", "address", address)).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(5);
    }

    @Test
    void anUnknownAddressIsAnsweredTheSame() throws Exception {
        String address = UUID.randomUUID() + "@nobody.example";

        assertThat(askedAtOnce("/sign-in", "address", address)).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(5);
    }

    @Test
    void fourMoreComeAfterTheFirst() throws Exception {
        String first = bench.visitor().posts(bench.link(bench.invitedGuest()) + "/code").getRedirectedUrl();

        assertThat(askedAtOnce(first + "/again")).containsOnly(302, 429).filteredOn(status -> status == 302).hasSize(4);
    }

    private List<Integer> askedAtOnce(String path, String... fields) throws Exception {
        var door = new CyclicBarrier(PLACES);
        var asking = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < PLACES; i++) {
            Visitor visitor = bench.visitor();
            asking.add(() -> {
                door.await();
                return visitor.posts(path, fields).getStatus();
            });
        }
        var answers = new ArrayList<Integer>();
        for (Future<Integer> answer : places.invokeAll(asking)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
