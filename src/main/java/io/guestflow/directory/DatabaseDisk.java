package io.guestflow.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says that the disk of the embedded database is full: it can still be opened and read then, and so looks well. Any other database looks
 * after its own disk.
 */
@Component("databaseDisk")
class DatabaseDisk implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDisk.class);
    /** Bytes; what the database writes at once when it tidies up is less. */
    static final long LEAST = 8 * 1024 * 1024;

    private final Optional<Path> folder;
    private final AtomicBoolean full = new AtomicBoolean();

    DatabaseDisk(@Value("${spring.datasource.url}") String database) {
        this.folder = EmbeddedFile.of(database).map(Path::getParent);
    }

    @Override
    public Health health() {
        long left = folder.map(DatabaseDisk::left).orElse(Long.MAX_VALUE);
        if (full.getAndSet(left < LEAST) != left < LEAST) {
            LOG.warn(left < LEAST ? "The disk of the database is full: {} bytes are left, and nothing is certain below {}."
                    : "The disk of the database has space again: {} bytes, at least {} are needed.", left, LEAST);
        }
        return left < LEAST ? Health.down().build() : Health.up().build();
    }

    private static long left(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
