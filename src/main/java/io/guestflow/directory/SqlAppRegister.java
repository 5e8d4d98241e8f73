package io.guestflow.directory;

import io.guestflow.guest.AppRegister;
import io.guestflow.guest.Apps.App;
import io.guestflow.guest.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Apps as rows of {@code app}. */
@Repository
class SqlAppRegister implements AppRegister {

    private final JdbcClient jdbc;

    SqlAppRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<App> lock(UUID id) {
        jdbc.sql("select id from app where id = :id for update").param("id", id).query(UUID.class).optional();
        return jdbc.sql("select id, display_name, description, url from app where id = :id").param("id", id).query(CatalogueTables::app).optional();
    }

    @Override
    public void add(App app) {
        write("insert into app (id, display_name, description, url) values (:id, :name, :description, :url)", app);
    }

    @Override
    public void update(App app) {
        write("update app set display_name = :name, description = :description, url = :url where id = :id", app);
    }

    @Override
    public void delete(UUID id) {
        jdbc.sql("delete from app where id = :id").param("id", id).update();
    }

    @Override
    public Optional<Instant> assignedAt(UUID app, UUID principal) {
        return jdbc.sql("select created_at from app_assignment where app_id = :app and principal_id = :principal")
                .param("app", app).param("principal", principal).query((row, number) -> GuestRow.instant(row, "created_at")).optional();
    }

    private void write(String statement, App app) {
        try {
            jdbc.sql(statement).param("id", app.id()).param("name", app.name()).param("description", app.description())
                    .param("url", app.url().toString()).update();
        } catch (DuplicateKeyException sameName) {
            throw new Refused("displayName", "name-taken", "Another app has this name.");
        }
    }
}
