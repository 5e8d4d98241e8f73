package io.guestflow.graph;

import io.guestflow.guest.Actor;
import io.guestflow.guest.AuditEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Audit entries as Microsoft Graph shows them; names and addresses are not kept and so not shown. */
final class AuditType {

    static final ResourceType<AuditEntry> TYPE = new ResourceType<>("directoryAudit", List.of(
            Property.text("id", AuditEntry::id),
            Property.text("category", entry -> AuditCategory.of(entry.activity()).title()),
            Property.text("result", entry -> "success"),
            Property.text("resultReason", entry -> ""),
            Property.text("activityDisplayName", AuditEntry::activity),
            Property.of("activityDateTime", PropertyType.TIME, AuditEntry::at),
            Property.text("loggedByService", entry -> AuditCategory.service(entry.activity())),
            Property.of("initiatedBy", PropertyType.INITIATOR, entry -> initiator(entry.actor())),
            Property.of("targetResources", PropertyType.TARGETS, AuditType::targets),
            Property.of("additionalDetails", PropertyType.DETAILS, AuditType::details)), List.of());

    private static final String PROGRAM = "Guestflow";

    private AuditType() {
    }

    private static Map<String, Object> initiator(Actor actor) {
        var initiator = new LinkedHashMap<String, Object>();
        boolean person = actor.kind() == Actor.Kind.STAFF || actor.kind() == Actor.Kind.GUEST;
        initiator.put("user", person ? object("id", actor.id(), "displayName", null, "userPrincipalName", null) : null);
        initiator.put("app", person ? null : object("appId", actor.kind() == Actor.Kind.APPLICATION ? actor.id() : null,
                "displayName", actor.kind() == Actor.Kind.APPLICATION ? null : PROGRAM));
        return initiator;
    }

    private static List<Map<String, Object>> targets(AuditEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.user()).map(user -> target(user, "User")),
                Stream.ofNullable(entry.object()).map(object -> target(object, AuditCategory.of(entry.activity()).target()))).toList();
    }

    private static Map<String, Object> target(UUID id, String type) {
        return object("id", id, "type", type, "displayName", null, "userPrincipalName", null, "modifiedProperties", List.of());
    }

    private static List<Map<String, Object>> details(AuditEntry entry) {
        return entry.detail() == null ? List.of() : List.of(object("key", "detail", "value", entry.detail()));
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }
}
