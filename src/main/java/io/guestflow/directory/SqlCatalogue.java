package io.guestflow.directory;

import io.guestflow.guest.Catalogue;
import io.guestflow.guest.GuestId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups and directory roles by name. */
@Repository
class SqlCatalogue implements Catalogue {

    private final JdbcClient jdbc;

    SqlCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Choice> groups() {
        return jdbc.sql("select id, display_name as name, description from directory_group order by display_name").query(Choice.class).list();
    }

    @Override
    public List<Choice> roles() {
        return jdbc.sql("select id, display_name as name, description from directory_role order by display_name").query(Choice.class).list();
    }

    @Override
    public List<String> membershipNames(GuestId id) {
        return jdbc.sql("""
                select name from (
                  select 1 as kind, g.display_name as name from group_member m join directory_group g on g.id = m.group_id where m.user_id = :id
                  union all
                  select 2, r.display_name from role_member m join directory_role r on r.id = m.role_id where m.user_id = :id
                  union all
                  select 3, a.display_name from app_assignment m join app a on a.id = m.app_id where m.principal_id = :id
                ) memberships order by kind, name""").param("id", id.value()).query(String.class).list();
    }
}
