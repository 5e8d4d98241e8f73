package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.Group;
import io.guestflow.guest.Settings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A group as Microsoft Graph answers it: one for access, without a mailbox. */
record CreatedGroup(@JsonProperty("@odata.context") String context, UUID id, String displayName, String description, Instant createdDateTime,
                    boolean mailEnabled, boolean securityEnabled, List<String> groupTypes) {

    static CreatedGroup of(Group group, Settings settings) {
        return new CreatedGroup(settings.link("/v1.0/$metadata#groups/$entity").toString(), group.id(), group.name(), group.description(),
                group.createdAt(), false, true, List.of());
    }
}
