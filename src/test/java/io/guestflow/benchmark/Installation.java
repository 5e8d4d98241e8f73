package io.guestflow.benchmark;

import io.guestflow.installation.Node;
import io.guestflow.installation.Postgres;
import io.guestflow.installation.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where one part is measured: PostgreSQL, a mail server and the programs, all on this machine. */
final class Installation implements AutoCloseable {

    static final String SECRET = "a secret of more than thirty-two bytes";
    /** The same for every program, Keycloak's own default. */
    static final List<String> JVM = List.of("-Xms64m", "-Xmx512m");
    /** What the README gives a node. */
    static final List<String> NODE = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Path folder;
    private final MailServer mail = new MailServer();
    private final Postgres postgres;
    private final List<Node> nodes = new ArrayList<>();

    /** @param name of a folder below target/benchmark, which is emptied */
    Installation(String name) throws IOException {
        folder = Path.of("target", "benchmark", name.toLowerCase(Locale.ROOT)).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        postgres = new Postgres(folder.resolve("postgres"));
    }

    Path folder() {
        return folder;
    }

    MailServer mail() {
        return mail;
    }

    Postgres postgres() {
        return postgres;
    }

    /** What an administrator of the server sees. */
    Meter meter() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid")).get(0).strip();
        return new Meter(postgres.database(Postgres.USER), ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    /** Guestflow with this database; starts nothing. */
    Node node(String database, Map<String, String> more) {
        return node(database, JVM, more);
    }

    /** As {@link #node(String, Map)}, with arguments of its virtual machine. */
    Node node(String database, List<String> jvm, Map<String, String> more) {
        var settings = new HashMap<>(Program.settings());
        settings.putAll(database(database));
        settings.putAll(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", String.valueOf(mail.port()), "guestflow.ticket.secret", SECRET));
        settings.putAll(more);
        var node = new Node(folder, database, jvm, settings);
        nodes.add(node);
        return node;
    }

    /** Guestflow with a database in a file; starts nothing. */
    Node embedded(String name) {
        return node(name, Map.of("spring.datasource.url", "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;WRITE_DELAY=0"
                .formatted(folder.resolve(name)), "spring.datasource.username", "guestflow"));
    }

    /** The bare engine with this database, ready. */
    BareProcess bareEngine(String database) throws Exception {
        return new BareProcess(folder, JVM, Stream.concat(database(database).entrySet().stream(), Stream.of(Map.entry("logging.file.name",
                folder.resolve(database + ".log")))).map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toList());
    }

    /** Ends what a measurement that failed has left running, too. */
    @Override
    public void close() {
        nodes.stream().filter(node -> node.process() != null && node.process().isAlive()).forEach(Node::kill);
        postgres.close();
        mail.close();
    }

    private Map<String, String> database(String name) {
        return Map.of("spring.datasource.url", postgres.url(name), "spring.datasource.username", Postgres.USER, "spring.datasource.password", "");
    }
}
