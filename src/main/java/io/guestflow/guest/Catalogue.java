package io.guestflow.guest;

import java.util.List;
import java.util.UUID;

/** The groups and directory roles that guests can be given. */
public interface Catalogue {

    List<Choice> groups();

    List<Choice> roles();

    /** Names of a guest's groups, roles and directly assigned apps, in this order, each sorted by name. */
    List<String> membershipNames(GuestId id);

    /** A group or role to choose. */
    record Choice(UUID id, String name, String description) {
    }
}
