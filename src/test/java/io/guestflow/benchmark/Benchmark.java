package io.guestflow.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Takes every measurement that is wanted; one that fails costs no other its figures. */
final class Benchmark {

    private Benchmark() {
    }

    public static void main(String[] arguments) {
        // what a client logs of its requests costs more than the request
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Scale scale = Boolean.getBoolean("benchmark.quick") ? Scale.QUICK : Scale.FULL;
        List<Part> wanted = Part.of(System.getProperty("benchmark.only", ""));
        var report = new Report(Path.of("target", "benchmark.md"), scale);
        long failed = wanted.stream().filter(part -> !taken(part, scale, report)).count();
        System.out.println("The figures are in target/benchmark.md.");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean taken(Part part, Scale scale, Report report) {
        report.heading(part.title());
        try (var installation = new Installation(part.name())) {
            part.measurement(scale).take(installation, report);
            return true;
        } catch (Exception failure) {
            failure.printStackTrace();
            report.line("Not measured: " + failure.getMessage());
            return false;
        }
    }
}
