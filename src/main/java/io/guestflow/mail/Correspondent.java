package io.guestflow.mail;

import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Inviter;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Somebody whom a letter names.
 *
 * @param name one line, or null
 */
record Correspondent(String name, EmailAddress address) {

    Correspondent {
        name = name == null || name.isBlank() ? null : new Foreign(name).oneLine();
    }

    static Correspondent of(Guest guest) {
        return new Correspondent(guest.name(), guest.address());
    }

    /** Empty if no address of the inviter is known that a mail server would understand. */
    static Optional<Correspondent> of(Inviter inviter) {
        return EmailAddress.read(inviter.mail()).map(address -> new Correspondent(inviter.name(), address));
    }

    InternetAddress header() {
        try {
            return new InternetAddress(address.deliverable(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException missingInThisJava) {
            throw new IllegalStateException(missingInThisJava);
        }
    }
}
