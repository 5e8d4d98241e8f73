package io.guestflow.directory;

import io.guestflow.guest.Apps;
import io.guestflow.guest.GuestId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Apps by assignment, which counts for active guests only: memberships take effect with the acceptance. */
@Repository
class SqlApps implements Apps {

    private final JdbcClient jdbc;

    SqlApps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<App> of(GuestId guest) {
        return jdbc.sql("""
                select distinct a.id, a.display_name, a.description, a.url from app a
                  join app_assignment s on s.app_id = a.id
                  join directory_user u on u.id = :guest and u.state = 'ACTIVE'
                where s.principal_id = u.id
                  or s.principal_id in (select m.group_id from group_member m where m.user_id = u.id)
                order by a.display_name""").param("guest", guest.value())
                .query(CatalogueTables::app).list();
    }
}
