package io.guestflow.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own in memory. Only the machine's administrator can make one. */
final class Volume implements AutoCloseable {

    private final Path place;

    /** @param place a folder that hides behind the volume */
    Volume(Path place, int megabytes) {
        this.place = place;
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString());
    }

    Path place() {
        return place;
    }

    /** Takes all space but this away. */
    void fill(int leaveMegabytes) {
        try (var ballast = new RandomAccessFile(place.resolve("ballast").toFile(), "rw")) {
            long usable = Files.getFileStore(place).getUsableSpace() - leaveMegabytes * 1024L * 1024;
            var block = new byte[64 * 1024];
            for (long written = 0; written < usable; written += block.length) {
                ballast.write(block);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives the space back. */
    void clear() {
        try {
            Files.delete(place.resolve("ballast"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whoever has a file open there may keep it for a moment longer. */
    @Override
    public void close() {
        run("umount", "--lazy", place.toString());
    }

    private static void run(String... command) {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed; this scenario needs the rights of the machine's administrator.");
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
