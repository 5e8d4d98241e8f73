package io.guestflow.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Clients who invite, each time somebody new, and the letters that leave because of it. */
final class Invitations {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(3);

    private final Consumer<String> inviter;
    private final MailServer mail;
    private final AtomicInteger count = new AtomicInteger();

    /** @param inviter invites an address */
    Invitations(Consumer<String> inviter, MailServer mail) {
        this.inviter = inviter;
        this.mail = mail;
    }

    /** How many there were so far. */
    int count() {
        return count.get();
    }

    Invited during(int clients, Duration time) throws Exception {
        return measured(load(clients)::during, time);
    }

    Invited times(int clients, int invitations) throws Exception {
        return measured(load(clients)::times, invitations);
    }

    private Load load(int clients) {
        return new Load(clients, () -> inviter.accept("guest" + NUMBER.incrementAndGet() + "@invited.example"));
    }

    private <T> Invited measured(Run<T> run, T extent) throws Exception {
        long start = System.nanoTime();
        long before = mail.letters();
        Load.Outcome calls = run.of(extent);
        int invited = calls.milliseconds().count();
        count.addAndGet(invited);
        Awaitility.await("letters").atMost(LONGEST_DELIVERY).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5))
                .until(() -> mail.letters() - before >= invited);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Invited(calls.perSecond(), invited / seconds, calls.milliseconds().median(), calls.milliseconds().percentile(0.99));
    }

    private interface Run<T> {

        Load.Outcome of(T extent) throws Exception;
    }
}
