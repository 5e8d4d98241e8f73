package io.guestflow.guest;

import io.guestflow.guest.Apps.App;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where apps are written, in the caller's transaction. */
public interface AppRegister {

    /** Reads the app and makes every other writer wait until this transaction has ended. */
    Optional<App> lock(UUID id);

    /** @throws Refused if another app has the name */
    void add(App app);

    /** @throws Refused if another app has the name */
    void update(App app);

    /** Deletes the app; whoever could use it loses it. */
    void delete(UUID id);

    /** Since when the user or group has the app. */
    Optional<Instant> assignedAt(UUID app, UUID principal);
}
