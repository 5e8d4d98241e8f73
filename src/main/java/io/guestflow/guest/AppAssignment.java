package io.guestflow.guest;

import io.guestflow.guest.Apps.App;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * An app that a user, or everybody of a group, may use.
 *
 * @param principal id of the user or group
 */
public record AppAssignment(UUID principal, boolean toGroup, String principalName, App app, Instant createdAt) {

    private static final int BYTES = 4 * Long.BYTES;

    /** Names the assignment; made of both its ends, so it is the same for ever and fits into one part of a path. */
    public String id() {
        ByteBuffer ends = ByteBuffer.allocate(BYTES).putLong(principal.getMostSignificantBits()).putLong(principal.getLeastSignificantBits())
                .putLong(app.id().getMostSignificantBits()).putLong(app.id().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ends.array());
    }

    /** Both ends of the assignment with this id; empty if the text is no such id. */
    static Optional<Ends> ends(String id) {
        try {
            ByteBuffer ends = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
            return ends.remaining() != BYTES ? Optional.empty()
                    : Optional.of(new Ends(new UUID(ends.getLong(), ends.getLong()), new UUID(ends.getLong(), ends.getLong())));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** Who may use what. */
    record Ends(UUID principal, UUID app) {
    }
}
