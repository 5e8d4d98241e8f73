package io.guestflow.installation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Two nodes, PostgreSQL, a mail server and a balancer on this machine, to try out; everything ends with the program. */
public final class TwoNodes {

    private static final Path FOLDER = Path.of("target", "two-nodes");
    private static final List<Integer> PORTS = List.of(8081, 8082);
    private static final int HOME = 8080;
    private static final List<String> JVM = List.of("-Xmx512m");
    private static final Pattern PASSWORD = Pattern.compile("as admin with the password (\\S+)");

    private TwoNodes() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        requireFree(HOME);
        PORTS.forEach(TwoNodes::requireFree);
        var mail = new LetterFolder(FOLDER.resolve("mail"));
        var postgres = new Postgres(FOLDER.resolve("postgres"), false);
        Map<String, String> settings = settings(postgres.url(postgres.create("guestflow")), mail.port());
        List<Node> nodes = PORTS.stream().map(port -> new Node(FOLDER, "node-" + port, port, JVM, settings).start()).toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            nodes.forEach(Node::close);
            postgres.close();
        }));
        nodes.forEach(Node::awaitReady);
        new Balancer(HOME, nodes);
        tell(nodes);
        new CountDownLatch(1).await();
    }

    private static void requireFree(int port) {
        try (ServerSocket free = new ServerSocket(port)) {
            free.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException("Port " + port + " is taken by another program.");
        }
    }

    private static void tell(List<Node> nodes) {
        System.out.printf("""

                Guestflow is at http://localhost:%d, before the nodes %s.
                Sign in as admin with the password %s
                Letters and logs are in %s. Ctrl-C ends it all.

                """, HOME, nodes.stream().map(Node::url).toList(), password(nodes), FOLDER);
    }

    private static String password(List<Node> nodes) {
        return nodes.stream().flatMap(node -> PASSWORD.matcher(node.log()).results()).map(shown -> shown.group(1))
                .reduce("", (earlier, later) -> later);
    }

    private static Map<String, String> settings(String database, int mail) {
        var settings = new HashMap<>(Program.settings());
        settings.put("guestflow.base-url", "http://localhost:" + HOME);
        settings.put("guestflow.ticket.secret", "a secret of two nodes that are only tried out");
        settings.put("guestflow.shutdown.pause", "PT2S");
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", Postgres.USER);
        settings.put("spring.datasource.password", "");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail));
        return settings;
    }
}
