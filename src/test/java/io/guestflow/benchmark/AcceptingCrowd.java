package io.guestflow.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests of a crowd who follow their links and accept, one client waiting for one code. */
final class AcceptingCrowd {

    /** A prime number, so that those who come one after another stand far apart in every table. */
    static final int STRIDE = 7919;
    private static final AtomicInteger VISITS = new AtomicInteger();

    private final Web web;
    private final Crowd crowd;
    private final int size;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentMap<String, CompletableFuture<String>> codes = new ConcurrentHashMap<>();

    AcceptingCrowd(Web web, Crowd crowd, int size) {
        this.web = web;
        this.crowd = crowd;
        this.size = size;
    }

    /** What the mail server hands over. */
    void read(String recipient, String letter) {
        CompletableFuture<String> waiting = codes.get(recipient);
        if (waiting != null) {
            MailedCode.in(letter).ifPresent(waiting::complete);
        }
    }

    void acceptOne() throws Exception {
        int number = someNumber();
        var code = new CompletableFuture<String>();
        codes.put(Crowd.address(number), code);
        var guest = new VisitingGuest(web, crowd.link(number), VISITS.incrementAndGet());
        guest.askForCode();
        guest.signIn(code.get(1, TimeUnit.MINUTES));
        guest.accept();
    }

    /** Of a guest who has not been there before. */
    int someNumber() {
        return 1 + (int) ((long) next.incrementAndGet() * STRIDE % size);
    }
}
