package io.guestflow.directory;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Apps;
import io.guestflow.guest.DirectoryMembership;
import io.guestflow.guest.DirectoryRole;
import io.guestflow.guest.Group;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Groups, directory roles and apps, and who is in them or may use them. */
final class CatalogueTables {

    static final Table GROUPS = new Table("g.id, g.display_name, g.description, g.created_at", "directory_group g",
            "1 = 1", "g.id", "id", List.of(),
            Map.of("id", Column.id("g.id", false), "displayName", Column.text("g.display_name"), "description", Column.text("g.description"),
                    "createdDateTime", Column.time("g.created_at", false)),
            Map.of("sponsorOf", new Items("sponsor s", "s.sponsor_id", Map.of("", Column.id("s.user_id", false)))));

    static final Table ROLES = new Table("r.id, r.display_name, r.description", "directory_role r", "1 = 1", "r.id", "id", List.of(),
            Map.of("id", Column.id("r.id", false), "displayName", Column.text("r.display_name"), "description", Column.text("r.description"),
                    "roleTemplateId", Column.id("r.id", false)), Map.of());

    static final Table APPS = new Table("a.id, a.display_name, a.description, a.url", "app a", "1 = 1", "a.id", "id", List.of(),
            Map.of("id", Column.id("a.id", false), "appId", Column.id("a.id", false), "displayName", Column.text("a.display_name"),
                    "description", Column.text("a.description"), "notes", Column.text("a.description"), "homepage", Column.text("a.url")), Map.of());

    static final Table MEMBERSHIPS = new Table("m.kind, m.id, m.display_name, m.description", """
            (select x.user_id, 'GROUP' as kind, g.id, g.display_name, g.description
                from group_member x join directory_group g on g.id = x.group_id
              union all
              select x.user_id, 'ROLE', r.id, r.display_name, r.description
                from role_member x join directory_role r on r.id = x.role_id) m""",
            "1 = 1", "m.id", "id", List.of(),
            Map.of("id", Column.id("m.id", false), "displayName", Column.text("m.display_name"), "description", Column.text("m.description"),
                    "user", Column.id("m.user_id", false)), Map.of());

    /** Sorted by app for one principal. */
    static final Table APPS_OF_PRINCIPAL = assignments("resourceId");
    /** Sorted by principal for one app. */
    static final Table PRINCIPALS_OF_APP = assignments("principalId");

    private CatalogueTables() {
    }

    private static Table assignments(String unique) {
        return new Table("a.id, a.display_name, a.description, a.url, s.principal_id, s.created_at, "
                + "g.display_name as group_name, coalesce(u.display_name, u.mail) as user_name", """
                app_assignment s join app a on a.id = s.app_id left join directory_user u on u.id = s.principal_id
                  left join directory_group g on g.id = s.principal_id""", "(g.id is not null or u.state <> 'REMOVED')",
                "s.app_id", unique, List.of(),
                Map.of("principalId", Column.id("s.principal_id", false), "resourceId", Column.id("s.app_id", false),
                        "resourceDisplayName", Column.text("a.display_name"), "createdDateTime", Column.time("s.created_at", false),
                        "principalDisplayName", Column.text("coalesce(g.display_name, u.display_name, u.mail)"),
                        "principalType",
                        Column.words("case when g.id is null then 'User' else 'Group' end", false, List.of("User", "Group"))), Map.of());
    }

    static Group group(ResultSet row, int number) throws SQLException {
        return new Group(row.getObject("id", UUID.class), row.getString("display_name"), row.getString("description"),
                GuestRow.instant(row, "created_at"));
    }

    static DirectoryRole role(ResultSet row, int number) throws SQLException {
        return new DirectoryRole(row.getObject("id", UUID.class), row.getString("display_name"), row.getString("description"));
    }

    static Apps.App app(ResultSet row, int number) throws SQLException {
        return new Apps.App(row.getObject("id", UUID.class), row.getString("display_name"), row.getString("description"),
                URI.create(row.getString("url")));
    }

    static DirectoryMembership membership(ResultSet row, int number) throws SQLException {
        return new DirectoryMembership(DirectoryMembership.Kind.valueOf(row.getString("kind").strip()), row.getObject("id", UUID.class),
                row.getString("display_name"), row.getString("description"));
    }

    static AppAssignment assignment(ResultSet row, int number) throws SQLException {
        String group = row.getString("group_name");
        return new AppAssignment(row.getObject("principal_id", UUID.class), group != null, group == null ? row.getString("user_name") : group,
                app(row, number), GuestRow.instant(row, "created_at"));
    }
}
