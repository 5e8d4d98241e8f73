package io.guestflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets several do something in the same moment. */
public final class OneMoment {

    private OneMoment() {
    }

    /**
     * @param act what each does, by its number
     * @return what each got, in their order
     * @throws java.util.concurrent.ExecutionException if anybody failed
     */
    public static <T> List<T> ofAll(int people, IntFunction<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            var start = new CyclicBarrier(people);
            List<Callable<T>> acts = IntStream.range(0, people).<Callable<T>>mapToObj(i -> () -> {
                start.await();
                return act.apply(i);
            }).toList();
            var outcomes = new ArrayList<T>();
            for (Future<T> outcome : threads.invokeAll(acts)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
