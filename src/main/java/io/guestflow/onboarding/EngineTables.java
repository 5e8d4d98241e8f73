package io.guestflow.onboarding;

import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** The engine's tables as the first migration: its own create scripts, so that one tool owns every table. */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history",
            "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        String vendor = product.startsWith("postgres") ? "postgres" : product;
        var scripts = new ResourceDatabasePopulator();
        PARTS.forEach(part -> scripts.addScript(
                new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(vendor, part))));
        scripts.execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
