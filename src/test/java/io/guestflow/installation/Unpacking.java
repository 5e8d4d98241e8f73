package io.guestflow.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Prepares the program to start fast, as the README tells: its parts in a folder, and an archive of the classes that a start needs. */
final class Unpacking {

    private static final String JAR = "-jar";

    private final Path folder;
    private final Path archive;

    /** @param folder is emptied first */
    Unpacking(Path folder) {
        this.folder = folder;
        this.archive = folder.resolve("guestflow.jsa");
    }

    /**
     * @param command starts the program from its jar; it starts and ends once
     * @return what starts it from now on
     */
    List<String> prepare(List<String> command) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(folder);
        Path jar = Path.of(command.get(command.indexOf(JAR) + 1));
        run(List.of(command.get(0), "-Djarmode=tools", JAR, jar.toString(), "extract", "--destination", folder.toString()));
        var unpacked = new ArrayList<>(command);
        unpacked.set(unpacked.indexOf(JAR) + 1, folder.resolve(jar.getFileName()).toString());
        run(with(unpacked, "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"));
        return with(unpacked, "-XX:SharedArchiveFile=" + archive);
    }

    private static List<String> with(List<String> command, String... more) {
        var longer = new ArrayList<>(command);
        longer.addAll(longer.indexOf(JAR), List.of(more));
        return longer;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Failed: " + String.join(" ", command));
        }
    }
}
