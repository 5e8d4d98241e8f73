package io.guestflow.directory;

import java.nio.file.Path;
import java.util.Optional;

/** Where the embedded database lies, as H2 reads its address. */
final class EmbeddedFile {

    private static final String PREFIX = "jdbc:h2:file:";

    private EmbeddedFile() {
    }

    /** @return the path without the ending that H2 adds; empty for any other database */
    static Optional<Path> of(String url) {
        return Optional.of(url).filter(address -> address.startsWith(PREFIX))
                .map(address -> address.substring(PREFIX.length()).replaceFirst(";.*", ""))
                .map(path -> path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path))
                .map(path -> path.toAbsolutePath().normalize());
    }
}
