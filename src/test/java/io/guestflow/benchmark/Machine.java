package io.guestflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures are taken on, as Linux tells it. */
final class Machine {

    String inWords() {
        return "%d processors (%s), %.0f GiB, Linux %s, load %s before the first measurement, Java %s".formatted(
                Runtime.getRuntime().availableProcessors(), field("/proc/cpuinfo", "model name"),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024.0 / 1024.0, System.getProperty("os.version"),
                lines("/proc/loadavg").findFirst().orElseThrow().split(" ")[0], Runtime.version());
    }

    /** What a process and those that it has started occupy in memory, in MB of a million bytes. */
    static double residentMegabytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> Long.parseLong(field("/proc/" + one.pid() + "/status", "VmRSS").replaceAll("\\D", ""))).sum() * 1024 / 1e6;
    }

    private static String field(String file, String name) {
        return lines(file).filter(line -> line.startsWith(name)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
