package io.guestflow.directory;

import io.guestflow.guest.WrongSetting;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date before anything uses it. A newer program may have changed it already: that is no reason to stop, unless
 * one of the changes says so in the table {@code installation}.
 */
@Component
class SchemaUpgrade implements FlywayMigrationStrategy {

    private static final MigrationVersion FIRST_THAT_CAN_SAY_SO = MigrationVersion.fromVersion("13.1");
    private static final String KEY = "spring.datasource.url";

    private final DatabaseProduct product;

    SchemaUpgrade(DatabaseProduct product) {
        this.product = product;
    }

    /** @throws WrongSetting if this program cannot work with the database */
    @Override
    public void migrate(Flyway flyway) {
        product.require();
        requireOldEnough(flyway);
        flyway.migrate();
    }

    private void requireOldEnough(Flyway flyway) {
        boolean silent = newest(Arrays.stream(flyway.info().applied())).compareTo(FIRST_THAT_CAN_SAY_SO) < 0;
        MigrationVersion needed = silent ? MigrationVersion.EMPTY : needed(flyway);
        MigrationVersion known = newest(Arrays.stream(flyway.info().all()).filter(migration -> migration.getState().isResolved()));
        if (needed.compareTo(known) > 0) {
            throw new WrongSetting(KEY, "names a database that needs a newer Guestflow: one that knows its migration " + needed
                    + ", where this one ends at " + known);
        }
    }

    private static MigrationVersion needed(Flyway flyway) {
        return MigrationVersion.fromVersion(JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("select oldest_migration from installation").query(String.class).single());
    }

    private static MigrationVersion newest(Stream<MigrationInfo> migrations) {
        return migrations.map(MigrationInfo::getVersion).max(Comparator.naturalOrder()).orElse(MigrationVersion.EMPTY);
    }
}
