package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Settings;
import java.time.Instant;
import java.util.UUID;

/** An app role assignment as Microsoft Graph answers it; the only role is the default access. */
record CreatedAssignment(@JsonProperty("@odata.context") String context, String id, UUID appRoleId, Instant createdDateTime, UUID principalId,
                         String principalDisplayName, String principalType, UUID resourceId, String resourceDisplayName) {

    private static final UUID DEFAULT_ACCESS = new UUID(0, 0);

    static CreatedAssignment of(AppAssignment assignment, Settings settings) {
        return new CreatedAssignment(settings.link("/v1.0/$metadata#appRoleAssignments/$entity").toString(),
                assignment.id(), DEFAULT_ACCESS, assignment.createdAt(), assignment.principal(), assignment.principalName(),
                assignment.toGroup() ? "Group" : "User", assignment.app().id(), assignment.app().name());
    }
}
