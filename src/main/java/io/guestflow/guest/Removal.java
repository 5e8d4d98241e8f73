package io.guestflow.guest;

import java.time.Instant;

/**
 * How a guest was removed.
 *
 * @param note                  what the remover said about it, at most 2,000 characters, or null
 * @param removedBy             who did it: staff id, or the kind of the actor
 * @param stateBefore           what restoring brings back
 * @param purgeAfter            until then the guest can be restored
 * @param newInvitationAskedAt  when the guest followed a dead link and asked for a new invitation, or null
 */
public record Removal(RemovalReason reason, String note, String removedBy, GuestState stateBefore, Instant removedAt,
                      Instant purgeAfter, Instant newInvitationAskedAt) {

    private static final int LONGEST_NOTE = 2000;

    public Removal {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Refused("note", "invalid-note", "A note has at most 2,000 characters.");
        }
    }

    Removal asked(Instant now) {
        return new Removal(reason, note, removedBy, stateBefore, removedAt, purgeAfter, now);
    }
}
