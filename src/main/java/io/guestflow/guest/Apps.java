package io.guestflow.guest;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What guests may use. */
public interface Apps {

    /** The apps of an active guest, assigned to the guest or to one of the guest's groups, by name; none for any other guest. */
    List<App> of(GuestId guest);

    /** An application with its address. */
    record App(UUID id, String name, String description, URI url) {
    }
}
