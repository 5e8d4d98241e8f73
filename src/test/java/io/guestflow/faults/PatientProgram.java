package io.guestflow.faults;

import io.guestflow.installation.Node;
import io.guestflow.installation.Program;
import io.guestflow.installation.Program.Invitation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A program that asks another node when one does not answer, and so on until it has its answer; what it invites, it invites once. */
final class PatientProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final List<Node> nodes;
    private final HttpClient web;
    private volatile Program program;
    private final Unanswered unanswered = new Unanswered();

    /** @param nodes have to be ready */
    PatientProgram(HttpClient web, List<Node> nodes) throws IOException, InterruptedException {
        this.nodes = nodes;
        this.web = web;
        this.program = new Program(web, nodes.get(0).url());
    }

    Invitation invite(String address) {
        HttpResponse<String> answer = send("POST", "/v1.0/invitations", """
                {"invitedUserEmailAddress": "%s", "inviteRedirectUrl": "%s/myapps", "sendInvitationMessage": true}"""
                .formatted(address, Installation.HOME), Map.of("Idempotency-Key", address));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("The invitation was answered with " + answer.statusCode() + " " + answer.body());
        }
        return Invitation.of(address, answer.body());
    }

    /** The guest is gone, or was gone when the request was repeated. */
    void remove(Invitation invitation) {
        requireDone(send("DELETE", "/v1.0/users/" + invitation.guest(), null, Map.of()));
    }

    void restore(Invitation invitation) {
        requireDone(send("POST", "/v1.0/directory/deletedItems/" + invitation.guest() + "/restore", null, Map.of()));
    }

    void purge(Invitation invitation) {
        requireDone(send("DELETE", "/v1.0/directory/deletedItems/" + invitation.guest(), null, Map.of()));
    }

    boolean hasAccepted(Invitation invitation) {
        return user(invitation).body().contains("\"externalUserState\":\"Accepted\"");
    }

    boolean isGone(Invitation invitation) {
        return user(invitation).statusCode() == 404;
    }

    Unanswered unanswered() {
        return unanswered;
    }

    String anyHome() {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())).url();
    }

    private HttpResponse<String> user(Invitation invitation) {
        return send("GET", "/v1.0/users/" + invitation.guest() + "?%24select=externalUserState", null, Map.of());
    }

    private static void requireDone(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
            throw new IllegalStateException(answer.request().method() + " was answered with " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        var tries = new AtomicInteger(ThreadLocalRandom.current().nextInt(nodes.size()));
        return Awaitility.await(method + " " + path).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(PAUSE).pollInSameThread()
                .until(() -> attempt(tries.getAndIncrement(), method, path, body, headers), Optional::isPresent).orElseThrow();
    }

    private Optional<HttpResponse<String>> attempt(int tries, String method, String path, String body, Map<String, String> headers)
            throws InterruptedException {
        try {
            String home = nodes.get(tries % nodes.size()).url();
            HttpResponse<String> answer = program.at(home).send(method, path, body, headers);
            if (answer.statusCode() == 401) {
                program = new Program(web, home);
            }
            return Optional.of(answer).filter(unanswered::isAnswer);
        } catch (IOException unreachable) {
            unanswered.countUnreachable();
            return Optional.empty();
        }
    }
}
