package io.guestflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/** The figures as a text in Markdown; every line is on the disk as soon as it is known. */
final class Report {

    private final Path file;

    /** Begins the text anew, with what the figures were taken on. */
    Report(Path file, Scale scale) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        line("# Benchmark\n");
        line("%s, %s. `mvn -Pbenchmark`, scale %s (`-Dbenchmark.quick` for a try, `-Dbenchmark.only=%s` for parts).%n".formatted(LocalDate.now(),
                new Machine().inWords(), scale.name(), Part.names()));
    }

    void heading(String title) {
        line("\n## " + title + "\n");
    }

    void line(String text) {
        System.out.println(text);
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void table(Table table) {
        line(table.toString());
    }
}
