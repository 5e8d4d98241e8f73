package io.guestflow.guest;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that came in; a text that is none names nothing. */
public final class ObjectIds {

    private ObjectIds() {
    }

    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
