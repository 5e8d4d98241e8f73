package io.guestflow.directory;

import io.guestflow.guest.NewId;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few groups and apps to try Guestflow with, entered once into an empty embedded database. */
@Component
class SampleDirectory {

    private final JdbcClient jdbc;
    private final boolean embedded;

    SampleDirectory(JdbcClient jdbc, @Value("${spring.datasource.url}") String database) {
        this.jdbc = jdbc;
        this.embedded = database.startsWith("jdbc:h2:");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void enter() {
        // the audit log tells whether somebody has deleted them all
        boolean untouched = Stream.of("directory_group", "app", "audit_entry")
                .noneMatch(table -> jdbc.sql("select exists (select 1 from " + table + ")").query(Boolean.class).single());
        if (!embedded || !untouched) {
            return;
        }
        UUID marketing = group("Marketing", "Campaigns with outside agencies");
        UUID suppliers = group("Suppliers", "Everybody who delivers to us");
        group("Event crew", "Hosts of the yearly customer day");
        assign(app("Brand portal", "Logos, templates and campaign calendar", "https://brand.contoso.example/"), marketing);
        assign(app("Supplier desk", "Orders, deliveries and invoices", "https://suppliers.contoso.example/"), suppliers);
    }

    private UUID group(String name, String description) {
        UUID id = NewId.next();
        jdbc.sql("insert into directory_group (id, display_name, description) values (:id, :name, :description)")
                .param("id", id).param("name", name).param("description", description).update();
        return id;
    }

    private UUID app(String name, String description, String url) {
        UUID id = NewId.next();
        jdbc.sql("insert into app (id, display_name, description, url) values (:id, :name, :description, :url)")
                .param("id", id).param("name", name).param("description", description).param("url", url).update();
        return id;
    }

    private void assign(UUID app, UUID principal) {
        jdbc.sql("insert into app_assignment (app_id, principal_id) values (:app, :principal)")
                .param("app", app).param("principal", principal).update();
    }
}
