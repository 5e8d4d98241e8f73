package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** How long the program takes to its first answer, and what it occupies then, by Java and database. */
final class Starts implements Measurement {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private final Scale scale;

    Starts(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        report.line("""
                From the start of the process to the first answer of `/actuator/health/readiness`, with the tables there already; median [lowest–highest] of
                %d starts. The heap is what is left after a collection, with `%s`; the jar has %s MB.
                """.formatted(scale.starts(), String.join(" ", Installation.JVM), number(Files.size(jar()) / 1e6)));
        var table = new Table("Java", "database", "start, s", "heap, MB", "memory of the process, MB");
        for (Path java : new LinkedHashSet<>(List.of(Path.of(System.getProperty("java.home")), newest()))) {
            String version = version(java);
            measure(table, version, "H2", installation.embedded("h2-" + version).on(java));
            String database = installation.postgres().create("on" + version.replaceAll("\\D", "_"));
            measure(table, version, "PostgreSQL", installation.node(database, Map.of()).on(java));
            measure(table, version, "PostgreSQL, unpacked, with an archive of its classes", installation.node(database, Map.of()).on(java).prepare());
        }
        report.table(table);
    }

    private void measure(Table table, String java, String database, Node node) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        try (var web = new Web()) {
            node.start().awaitReady().close();
            for (int i = 0; i < scale.starts(); i++) {
                seconds.add(Startup.seconds(web, node.start().process(), node.url() + "/actuator/health/readiness"));
                memory.add(Machine.residentMegabytes(node.process()));
                try (var heap = new Heap(node.process())) {
                    heaps.add(heap.live());
                }
                node.close();
            }
        }
        table.row(java, database, Figures.of(seconds).withRange(), number(Figures.of(heaps).median()), number(Figures.of(memory).median()));
    }

    private static Path newest() throws IOException {
        try (Stream<Path> installed = Files.list(INSTALLED)) {
            return installed.filter(java -> Files.exists(java.resolve("release")) && Files.isExecutable(java.resolve("bin/java")))
                    .max(Comparator.comparing(java -> Runtime.Version.parse(version(java)))).orElseThrow();
        }
    }

    /** As the installation's own file tells it. */
    private static String version(Path java) {
        var release = new Properties();
        try (var file = Files.newInputStream(java.resolve("release"))) {
            release.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return release.getProperty("JAVA_VERSION").replace("\"", "");
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("guestflow-[\\d.]+\\.jar")).findFirst().orElseThrow();
        }
    }
}
