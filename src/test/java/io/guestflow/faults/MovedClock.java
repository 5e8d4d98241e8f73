package io.guestflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The wall clock of one process, moved by libfaketime (Debian's package of that name) while the process runs; how long things take stays true. */
final class MovedClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path offset;

    /** @param folder where the offset is kept */
    MovedClock(Path folder) {
        offset = folder.resolve("clock");
        move("+0d");
    }

    /** @param by {@code +1d}, {@code +0d}, {@code -1d} */
    void move(String by) {
        try {
            Files.writeString(offset, by + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the process has to be started with; without the last, threads that wait for a while keep the processor busy. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library().toString(), "FAKETIME_TIMESTAMP_FILE", offset.toString(), "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    private static Path library() {
        try (var files = Files.find(LIBRARIES, 3, (file, attributes) -> file.endsWith("libfaketimeMT.so.1"))) {
            return files.findFirst().orElseThrow(() -> new IllegalStateException("This scenario needs libfaketime: apt-get install libfaketime"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
