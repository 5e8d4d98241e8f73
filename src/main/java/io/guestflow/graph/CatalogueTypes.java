package io.guestflow.graph;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Apps.App;
import io.guestflow.guest.DirectoryMembership;
import io.guestflow.guest.DirectoryMembership.Kind;
import io.guestflow.guest.DirectoryRole;
import io.guestflow.guest.Group;
import java.util.List;
import java.util.UUID;

/** Groups, directory roles and apps as Microsoft Graph shows them. */
final class CatalogueTypes {

    static final ResourceType<Group> GROUP = new ResourceType<>("group", List.of(
            Property.text("id", Group::id),
            Property.of("createdDateTime", PropertyType.TIME, Group::createdAt),
            Property.text("description", Group::description),
            Property.text("displayName", Group::name),
            Property.of("groupTypes", PropertyType.TEXTS, group -> List.of()),
            Property.of("mailEnabled", PropertyType.FLAG, group -> false),
            Property.of("securityEnabled", PropertyType.FLAG, group -> true)), List.of("displayName", "description"));

    static final ResourceType<DirectoryRole> ROLE = new ResourceType<>("directoryRole", List.of(
            Property.text("id", DirectoryRole::id),
            Property.text("description", DirectoryRole::description),
            Property.text("displayName", DirectoryRole::name),
            Property.text("roleTemplateId", DirectoryRole::id)), List.of("displayName", "description"));

    static final ResourceType<App> APP = new ResourceType<>("servicePrincipal", List.of(
            Property.text("id", App::id),
            Property.of("accountEnabled", PropertyType.FLAG, app -> true),
            Property.text("appId", App::id),
            Property.of("appRoles", PropertyType.DETAILS, app -> List.of()),
            Property.text("description", App::description),
            Property.text("displayName", App::name),
            Property.text("homepage", App::url),
            Property.text("notes", App::description),
            Property.text("servicePrincipalType", app -> "Application")), List.of("displayName", "description"));

    static final ResourceType<DirectoryMembership> MEMBERSHIP = new ResourceType<>("directoryObject", List.of(
            Property.text("id", DirectoryMembership::id),
            Property.text("description", DirectoryMembership::description),
            Property.text("displayName", DirectoryMembership::name)), List.of("displayName", "description"));

    /** Apps have no roles of their own here: whoever is assigned may use them. */
    static final ResourceType<AppAssignment> ASSIGNMENT = new ResourceType<>("appRoleAssignment", List.of(
            Property.text("id", AppAssignment::id),
            Property.text("appRoleId", assignment -> new UUID(0, 0)),
            Property.of("createdDateTime", PropertyType.TIME, AppAssignment::createdAt),
            Property.text("principalDisplayName", AppAssignment::principalName),
            Property.text("principalId", AppAssignment::principal),
            Property.text("principalType", assignment -> assignment.toGroup() ? "Group" : "User"),
            Property.text("resourceDisplayName", assignment -> assignment.app().name()),
            Property.text("resourceId", assignment -> assignment.app().id())), List.of());

    private CatalogueTypes() {
    }

    static String typed(DirectoryMembership membership) {
        return membership.kind() == Kind.GROUP ? GROUP.typed() : ROLE.typed();
    }
}
