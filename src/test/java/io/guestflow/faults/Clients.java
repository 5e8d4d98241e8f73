package io.guestflow.faults;

import io.guestflow.installation.Program.Invitation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Eight clients who invite guest after guest and go each one's way, as the seed has it. */
final class Clients implements AutoCloseable {

    static final String DOMAIN = "@partner.example";
    private static final int CLIENTS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final PatientProgram program;
    private final Journey journey;
    private final Ledger ledger = new Ledger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> guests = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    /** @param installation with nodes that are ready */
    Clients(Installation installation) throws IOException, InterruptedException {
        HttpClient web = HttpClient.newHttpClient();
        this.program = new PatientProgram(web, installation.nodes());
        this.journey = new Journey(web, installation.mail(), program);
    }

    /** Begins; as many guests more as there may have been before. */
    Clients begin(int number, Random random) {
        for (int i = 0; i < number; i++) {
            String address = "guest-" + (guests.size() + 1) + DOMAIN;
            Journey.Way way = Journey.Way.of(random.nextInt(100));
            guests.add(threads.submit(() -> go(address, way)));
        }
        return this;
    }

    /** Waits until so many guests have come to the end of their way, or all. */
    void awaitDone(int number) {
        Awaitility.await("guest " + number).atMost(LONGEST).pollInterval(Duration.ofMillis(10)).pollInSameThread()
                .until(() -> done.get() >= number || guests.stream().allMatch(Future::isDone));
    }

    /** Waits for all. @return what they were told */
    Ledger end() throws InterruptedException, ExecutionException {
        for (Future<?> guest : guests) {
            guest.get();
        }
        return ledger;
    }

    PatientProgram program() {
        return program;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void go(String address, Journey.Way way) {
        Invitation invitation = program.invite(address);
        ledger.note(invitation, Ledger.Fate.UNSURE);
        ledger.note(invitation, journey.go(way, invitation));
        done.incrementAndGet();
    }
}
