package io.guestflow.benchmark;

import io.guestflow.installation.Node;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.awaitility.Awaitility;

/** A node whose letters are held back until there are many, and then leave all at once. */
final class HeldLetters implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int CLIENTS = 8;

    private final Node node;
    private final Web web;
    private final MailServer mail;
    private final InvitingProgram program;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile long first;

    HeldLetters(Installation installation, Web web, String database, Map<String, String> settings) throws Exception {
        var all = new HashMap<>(settings);
        all.put("guestflow.first-administrator.password", Clerk.PASSWORD);
        this.web = web;
        this.mail = installation.mail();
        this.node = installation.node(installation.postgres().create(database), all).start().awaitReady();
        this.program = new InvitingProgram(web, node.url());
    }

    double perSecond(int letters) throws Exception {
        arrived.set(0);
        mail.show(this::count);
        hold(true);
        new Load(CLIENTS, () -> program.invite("held" + NUMBER.incrementAndGet() + "@letters.example")).times(letters);
        hold(false);
        // a new job wakes those who look for jobs
        program.invite("hint" + NUMBER.incrementAndGet() + "@letters.example");
        Awaitility.await("letters").atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5))
                .until(() -> arrived.get() > letters);
        return letters / ((System.nanoTime() - first) / 1e9);
    }

    @Override
    public void close() {
        node.close();
    }

    private void count(String recipient, String letter) {
        if (arrived.incrementAndGet() == 1) {
            first = System.nanoTime();
        }
    }

    private void hold(boolean held) {
        var request = new HttpPut(URI.create(node.url() + "/engine-rest/job-definition/suspended"));
        request.setHeader("Authorization", Clerk.basic("admin"));
        request.setEntity(new StringEntity("{\"processDefinitionKey\": \"guest-onboarding\", \"suspended\": %s, \"includeJobs\": true}".formatted(held),
                ContentType.APPLICATION_JSON));
        web.send(request).require(204);
    }
}
