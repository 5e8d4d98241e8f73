package io.guestflow.benchmark;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The life cycle as Guestflow offers it: invited by the API, written to, signed in with a mailed code, permissions reviewed and accepted. */
final class GuestflowLives {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Web web;
    private final InvitingProgram program;
    private final LifeCycles lives = new LifeCycles(this::invite);
    private final ConcurrentMap<String, Expecting> expecting = new ConcurrentHashMap<>();

    GuestflowLives(Web web, InvitingProgram program) {
        this.web = web;
        this.program = program;
    }

    /** How many have become active so far. */
    int count() {
        return lives.count();
    }

    double perSecond(int clients, Duration time) throws Exception {
        return lives.perSecond(clients, time);
    }

    /** What the mail server hands over. */
    void read(String recipient, String letter) {
        Expecting guest = expecting.get(recipient);
        if (guest == null) {
            return;
        }
        Optional<String> code = MailedCode.in(letter);
        if (code.isPresent()) {
            guest.visit().thenAccept(visit -> lives.goOn(() -> answer(recipient, visit, code.get())));
        } else {
            guest.link().thenAccept(link -> lives.goOn(() -> follow(guest, link)));
        }
    }

    private void invite() {
        String address = "guest" + NUMBER.incrementAndGet() + "@life.example";
        var guest = new Expecting(new CompletableFuture<>(), new CompletableFuture<>());
        expecting.put(address, guest);
        guest.link().complete(program.invite(address));
    }

    private void follow(Expecting guest, String link) throws Exception {
        var visit = new VisitingGuest(web, link, NUMBER.incrementAndGet());
        visit.askForCode();
        guest.visit().complete(visit);
    }

    private void answer(String address, VisitingGuest visit, String code) {
        visit.signIn(code);
        visit.accept();
        expecting.remove(address);
        lives.ended();
    }

    /**
     * What a guest waits for: a letter may come before the call that causes it has ended.
     *
     * @param link  to follow when the invitation has come
     * @param visit to go on with when the code has come
     */
    private record Expecting(CompletableFuture<String> link, CompletableFuture<VisitingGuest> visit) {
    }
}
