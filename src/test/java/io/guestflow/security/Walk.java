package io.guestflow.security;

import io.guestflow.guest.Scope;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;

/** Sends everybody to every door, and clears away what the few do who may make something out of nothing. */
class Walk {

    private static final int AT_ONCE = 4;

    private final Callers callers;
    private final ProcessEngine engine;

    Walk(Callers callers, ProcessEngine engine) {
        this.callers = callers;
        this.engine = engine;
    }

    List<Visit> everybodyTo(Collection<Endpoint> endpoints) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<List<Visit>>> walks = callers.all().entrySet().stream()
                    .<Callable<List<Visit>>>map(caller -> () -> visits(caller.getKey(), caller.getValue(),
                            endpoints.stream().filter(endpoint -> goes(caller.getKey(), endpoint)).toList())).toList();
            return threads.invokeAll(walks).stream().map(Walk::result).flatMap(List::stream).toList();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
            engine.getTaskService().createTaskQuery().list().stream().filter(task -> task.getProcessInstanceId() == null)
                    .forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
        }
    }

    private List<Visit> visits(String caller, Supplier<Client> people, Collection<Endpoint> endpoints) {
        var somebody = new Object() {
            private Client client = people.get();
        };
        return endpoints.stream().map(endpoint -> {
            Answer answer = somebody.client.call(endpoint.method(), endpoint.address(engine.getName()));
            if (endsTheVisit(endpoint, caller)) {
                somebody.client = people.get();
            }
            return new Visit(caller, endpoint, answer);
        }).toList();
    }

    /** To the engine a token is nothing, whatever its scopes: one stands for all of them at its many doors. */
    private static boolean goes(String caller, Endpoint endpoint) {
        boolean theEngines = endpoint.under("/engine-rest") || endpoint.under("/camunda");
        return !theEngines || caller.equals(Scope.DIRECTORY_READ_WRITE_ALL.title()) || Scope.of(caller).isEmpty();
    }

    /** Whoever signs out, and a guest who answers or leaves, is not the same afterwards. */
    private static boolean endsTheVisit(Endpoint endpoint, String caller) {
        boolean ofGuests = Stream.of("/review", "/leave", "/sign-out").anyMatch(endpoint::under);
        return endpoint.writes() && (endpoint.path().endsWith("/logout") || caller.equals(Callers.GUEST) && ofGuests);
    }

    private static List<Visit> result(Future<List<Visit>> walk) {
        try {
            return walk.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
