package io.guestflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and those that it has started have had of the processors, as Linux counts it. */
final class ProcessorTime {

    /** Linux counts in hundredths of a second, whatever the machine. */
    private static final double MILLISECONDS_PER_TICK = 10;
    /** Own time and that of children who have ended, each in the program and in the system, behind the name in brackets. */
    private static final int FIRST = 11;
    private static final int COUNTERS = 4;
    /** A thread's children are those of its process. */
    private static final int OWN_COUNTERS = 2;

    private ProcessorTime() {
    }

    /** @return milliseconds since the process began */
    static double of(ProcessHandle process) {
        return MILLISECONDS_PER_TICK * Stream.concat(Stream.of(process), process.descendants()).mapToLong(ProcessorTime::ticks).sum();
    }

    /** @return milliseconds since the process began, its own and those of processes that it had started and that have ended */
    static double ofEnded(ProcessHandle process) {
        return MILLISECONDS_PER_TICK * ticks(process);
    }

    /** @return milliseconds that its virtual machine, or one that it has started, has spent on compiling, for as long as its present compilers live */
    static double ofCompilers(ProcessHandle process) {
        return MILLISECONDS_PER_TICK * Stream.concat(Stream.of(process), process.descendants()).flatMap(ProcessorTime::threads)
                .map(ProcessorTime::stat).filter(stat -> stat.contains(" Compiler")).mapToLong(stat -> ticks(stat, OWN_COUNTERS)).sum();
    }

    private static Stream<Path> threads(ProcessHandle process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.toList().stream();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static long ticks(ProcessHandle process) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
        } catch (IOException ended) {
            // its time is counted with its parent's children
            return 0;
        }
    }

    static long ticks(String stat) {
        return ticks(stat, COUNTERS);
    }

    private static long ticks(String stat, int counters) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields).skip(FIRST).limit(counters).mapToLong(Long::parseLong).sum();
    }
}
