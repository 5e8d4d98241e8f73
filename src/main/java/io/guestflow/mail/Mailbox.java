package io.guestflow.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Letters as files; a file's name without its ending is the letter's id, and ids sort by arrival. */
class Mailbox {

    private static final DateTimeFormatter ARRIVAL = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSSSSS")
            .withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,64}");
    private static final String ENDING = ".eml";

    private final Path directory;

    Mailbox(Path directory) {
        this.directory = directory;
    }

    void put(byte[] letter) throws IOException {
        Files.createDirectories(directory);
        String id = ARRIVAL.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path unfinished = Files.write(directory.resolve(id + ".part"), letter);
        Files.move(unfinished, directory.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Newest first. */
    List<PostedLetter> newest(int limit) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<String> ids = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).filter(ID.asMatchPredicate())
                    .sorted(Comparator.reverseOrder()).limit(limit).toList();
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        }
    }

    /** Empty if there is no such letter, or it cannot be read. */
    Optional<PostedLetter> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PostedLetter.of(id, Files.readAllBytes(directory.resolve(id + ENDING))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
