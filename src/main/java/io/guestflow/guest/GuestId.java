package io.guestflow.guest;

import java.util.UUID;

/** Identifies a guest for life, through removal and restoration; it is the business key of the guest's process instances. */
public record GuestId(UUID value) {

    public static GuestId next() {
        return new GuestId(NewId.next());
    }

    /** @throws IllegalArgumentException if the text is no UUID */
    public static GuestId of(String text) {
        return new GuestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
