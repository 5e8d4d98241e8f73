package io.guestflow.directory;

import io.guestflow.guest.Group;
import io.guestflow.guest.Groups;
import io.guestflow.guest.Refused;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups as rows of {@code directory_group}. */
@Repository
class SqlGroups implements Groups {

    private final JdbcClient jdbc;

    SqlGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Group> lock(UUID id) {
        jdbc.sql("select id from directory_group where id = :id for update").param("id", id).query(UUID.class).optional();
        return jdbc.sql("select id, display_name, description, created_at from directory_group where id = :id").param("id", id)
                .query(CatalogueTables::group).optional();
    }

    @Override
    public void add(Group group) {
        write("insert into directory_group (id, display_name, description, created_at) values (:id, :name, :description, :createdAt)", group);
    }

    @Override
    public void update(Group group) {
        write("update directory_group set display_name = :name, description = :description, created_at = :createdAt where id = :id", group);
    }

    @Override
    public void delete(UUID id) {
        for (String reference : new String[] {"app_assignment where principal_id", "sponsor where sponsor_id", "directory_group where id"}) {
            jdbc.sql("delete from " + reference + " = :id").param("id", id).update();
        }
    }

    private void write(String statement, Group group) {
        try {
            jdbc.sql(statement).param("id", group.id()).param("name", group.name()).param("description", group.description())
                    .param("createdAt", GuestRow.timestamp(group.createdAt())).update();
        } catch (DuplicateKeyException sameName) {
            throw new Refused("displayName", "name-taken", "Another group has this name.");
        }
    }
}
