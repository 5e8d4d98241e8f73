package io.guestflow.installation;

import io.guestflow.installation.Program.Invitation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Eight programs that invite guests and read them again, until they are stopped; what did not work is kept. */
final class Programs implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int PAUSE_MILLIS = 300;

    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final Queue<String> invited = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Program program;

    Programs(HttpClient web, String home) throws IOException, InterruptedException {
        program = new Program(web, home);
        for (int client = 0; client < CLIENTS; client++) {
            clients.scheduleWithFixedDelay(this::inviteAndRead, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    Collection<String> invited() {
        return invited;
    }

    Collection<String> failures() {
        return failures;
    }

    /** Waits until so many more guests are invited. */
    void awaitInvitations(int more) {
        int before = invited.size();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> invited.size() >= before + more);
    }

    /** Lets each finish what it does. */
    void stop() throws InterruptedException {
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }

    private void inviteAndRead() {
        String address = UUID.randomUUID() + "@partner.example";
        try {
            Invitation invitation = program.invite(address).orElseThrow(() -> new IOException("not invited"));
            invited.add(address);
            int status = program.send("GET", "/v1.0/users/" + invitation.guest() + "?%24select=id", null).statusCode();
            if (status != 200) {
                failures.add("read: " + status);
            }
        } catch (IOException failed) {
            failures.add(address + ": " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
