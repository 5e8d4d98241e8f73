package io.guestflow.guest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads guests for lists, newest first. */
public interface GuestRegister {

    /** One page after a cursor. */
    Page find(Criteria criteria);

    /**
     * What to list.
     *
     * @param text    part of a name or address; null for all
     * @param state   null for every state but {@link GuestState#REMOVED}
     * @param inviter only guests of this inviter; null for all
     * @param after   continue behind this entry; null for the first page
     * @param limit   how many entries a page has at most
     */
    record Criteria(String text, GuestState state, UUID inviter, Cursor after, int limit) {
    }

    /** The place of an entry in the list. */
    record Cursor(Instant createdAt, UUID id) {

        /** @throws IllegalArgumentException if the text is no cursor */
        public static Cursor of(String text) {
            String[] parts = text.split("_", 2);
            return new Cursor(Instant.ofEpochSecond(0, Long.parseLong(parts[0])), UUID.fromString(parts[parts.length - 1]));
        }

        @Override
        public String toString() {
            return (createdAt.getEpochSecond() * 1_000_000_000L + createdAt.getNano()) + "_" + id;
        }
    }

    /** A guest in a list. */
    record Entry(GuestId id, String displayName, String mail, GuestState state, Instant createdAt, boolean addressRejected) {
    }

    /** @param next where the next page begins, null on the last */
    record Page(List<Entry> entries, Cursor next) {
    }
}
