package io.guestflow.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Clients who call again and again, each after its last call was answered. */
final class Load {

    private final int clients;
    private final Call call;

    Load(int clients, Call call) {
        this.clients = clients;
        this.call = call;
    }

    Outcome during(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return whilst(() -> System.nanoTime() < end);
    }

    Outcome times(int calls) throws Exception {
        var begun = new AtomicInteger();
        return whilst(() -> begun.incrementAndGet() <= calls);
    }

    private Outcome whilst(BooleanSupplier again) throws Exception {
        long start = System.nanoTime();
        var milliseconds = new ArrayList<Double>();
        for (List<Double> one : inParallel(clients, () -> calls(again))) {
            milliseconds.addAll(one);
        }
        return new Outcome((System.nanoTime() - start) / 1e9, Figures.of(milliseconds));
    }

    private List<Double> calls(BooleanSupplier again) throws Exception {
        var milliseconds = new ArrayList<Double>();
        while (again.getAsBoolean()) {
            long start = System.nanoTime();
            call.make();
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        return milliseconds;
    }

    static <T> List<T> inParallel(int clients, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            var results = new ArrayList<T>();
            for (Future<T> one : threads.invokeAll(IntStream.range(0, clients).mapToObj(i -> work).toList())) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** What is called; a refusal is an exception. */
    interface Call {

        void make() throws Exception;
    }

    /** @param milliseconds of each call */
    record Outcome(double seconds, Figures milliseconds) {

        double perSecond() {
            return milliseconds.count() / seconds;
        }
    }
}
