package io.guestflow.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One running program, made from the jar as an operator runs it; its settings come as arguments, its log goes to a file. */
public final class Node implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(6);
    private static final HttpClient WEB = HttpClient.newHttpClient();

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path log;
    private final int port;
    private Process process;

    /**
     * @param name     names the log file, {@code <folder>/<name>.log}
     * @param jvm      arguments of the virtual machine
     * @param settings of the application; the port is drawn, and guests reach the node itself unless the settings name another address
     */
    public Node(Path folder, String name, List<String> jvm, Map<String, String> settings) {
        this(folder, name, Ports.free(), jvm, settings);
    }

    Node(Path folder, String name, int port, List<String> jvm, Map<String, String> settings) {
        this.port = port;
        log = folder.resolve(name + ".log");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar().toString(), "--server.port=" + port));
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putIfAbsent("guestflow.base-url", url());
        all.forEach((key, value) -> command.add("--" + key + "=" + value));
    }

    /** @param javaHome where another Java is installed, which runs the program from the next start on */
    public Node on(Path javaHome) {
        command.set(0, javaHome.resolve("bin").resolve("java").toString());
        return this;
    }

    /** Unpacks the program and archives its classes, for all later starts; the tables are made meanwhile. */
    public Node prepare() throws IOException, InterruptedException {
        List<String> prepared = new Unpacking(log.resolveSibling(log.getFileName() + "-unpacked")).prepare(command);
        command.clear();
        command.addAll(prepared);
        return this;
    }

    /** Starts from the jar with more classes than those of the program; they come first. */
    public Node withClasses(Path folder) {
        int at = command.indexOf("-jar");
        command.set(at, "-cp");
        command.addAll(at + 2, List.of("-Dloader.path=" + folder, "org.springframework.boot.loader.launch.PropertiesLauncher"));
        return this;
    }

    /** Variables of the process, beside those of this one. */
    public Node with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Starts the program; what it writes is added to its log. */
    public Node start() {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Node awaitReady() {
        Awaitility.await("readiness of " + log).atMost(LONGEST_START).pollInterval(Duration.ofMillis(50)).until(this::isReadyOrEnded);
        if (!process.isAlive()) {
            throw new IllegalStateException("The program has ended; see " + log);
        }
        return this;
    }

    public boolean isReady() {
        try {
            return WEB.send(HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What went wrong, each with the line that tells why. */
    public List<String> errors() {
        List<String> lines = log().lines().toList();
        return IntStream.range(0, lines.size()).filter(at -> lines.get(at).contains(" ERROR "))
                .mapToObj(at -> String.join("\n", lines.subList(at, Math.min(at + 2, lines.size())))).toList();
    }

    /** As kill -9 does it. */
    public void kill() {
        end(process.destroyForcibly());
    }

    /** As an operator does it: what was begun is finished. */
    @Override
    public void close() {
        process.destroy();
        end(process);
    }

    private boolean isReadyOrEnded() {
        return !process.isAlive() || isReady();
    }

    private static void end(Process ending) {
        try {
            if (!ending.waitFor(2, TimeUnit.MINUTES)) {
                ending.destroyForcibly();
                throw new IllegalStateException("The program did not end within two minutes.");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path jar() {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("guestflow-[\\d.]+(-SNAPSHOT)?\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no jar in target: mvn package makes it."));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
