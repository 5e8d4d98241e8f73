package io.guestflow.faults;

import io.guestflow.installation.Node;
import io.guestflow.installation.Postgres;
import io.guestflow.installation.Program;
import io.guestflow.installation.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** Nodes on one PostgreSQL and one mail server, behind what stands for a proxy; their logs stay in {@code target/faults}. */
final class Installation implements AutoCloseable {

    /** What links begin with; where the proxy would be. */
    static final String HOME = "http://guests.contoso.example";
    /** Of each node; each thread has at most one letter in hand. */
    static final int JOB_THREADS = 4;
    private static final String DATABASE = "guestflow";

    private final Path folder;
    private final Spool mail = new Spool();
    private final Postgres postgres;
    private final List<Node> nodes = new ArrayList<>();

    /** @param scenario names the folder */
    Installation(String scenario) {
        folder = empty(scenario);
        postgres = new Postgres(folder.resolve("postgres"));
        postgres.create(DATABASE);
    }

    /** Made anew. */
    static Path empty(String scenario) {
        try {
            Path folder = Path.of("target", "faults", scenario).toAbsolutePath();
            FileSystemUtils.deleteRecursively(folder);
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What every node of every scenario is told; letters and locks give up earlier than they would in production, so that nobody has to wait. */
    static Map<String, String> settings(Spool mail) {
        var settings = new HashMap<>(Program.settings());
        settings.put("guestflow.api.clients[0].reply-to", "events@contoso.example");
        settings.put("guestflow.base-url", HOME);
        settings.put("guestflow.ticket.secret", "a secret of more than thirty-two bytes");
        settings.put("guestflow.mail.deadline", "PT5S");
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", "120000");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.port()));
        settings.put("server.forward-headers-strategy", "native");
        return settings;
    }

    /** @param more settings, beside the usual ones */
    Node node(Map<String, String> more) {
        return node(List.of(), more);
    }

    Node node(List<String> jvm, Map<String, String> more) {
        var settings = settings(mail);
        settings.put("spring.datasource.url", postgres.url(DATABASE));
        settings.put("spring.datasource.username", Postgres.USER);
        settings.put("spring.datasource.password", "");
        settings.putAll(more);
        var arguments = new ArrayList<>(List.of("-Xmx512m"));
        arguments.addAll(jvm);
        var node = new Node(folder, "node-" + (nodes.size() + 1), arguments, settings);
        nodes.add(node);
        return node;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Lines of the nodes' logs with an address or a link of a guest. */
    List<String> linesThatNameGuests() {
        return nodes.stream().flatMap(node -> NodeLog.of(node).lines().stream())
                .filter(line -> line.contains(Clients.DOMAIN) || line.contains("/redeem/")).toList();
    }

    Spool mail() {
        return mail;
    }

    Postgres postgres() {
        return postgres;
    }

    DataSource database() {
        return postgres.database(DATABASE);
    }

    Checker checker() {
        return new Checker(database(), mail);
    }

    @Override
    public void close() {
        nodes.stream().filter(node -> node.process() != null).forEach(Node::close);
        postgres.close();
        mail.close();
        FileSystemUtils.deleteRecursively(folder.resolve("postgres").toFile());
    }
}
