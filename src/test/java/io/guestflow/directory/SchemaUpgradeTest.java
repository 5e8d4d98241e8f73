package io.guestflow.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.guestflow.TestDatabase;
import io.guestflow.guest.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs of several releases on one database, each with the migrations that it knows. */
@Tag("database")
class SchemaUpgradeTest {

    private static final Path INSTALLATION = Path.of("src/main/resources/db/migration/common/V13_1__installation.sql");
    private static final String ADDITIVE = "create table campaign (id integer primary key);";
    private static final String NOT_ADDITIVE = "update installation set oldest_migration = '15';";

    @TempDir
    private Path migrations;
    private final DataSource database = TestDatabase.empty();

    @BeforeEach
    void beginWithTheTableThatTellsOfTheInstallation() throws IOException {
        Files.copy(INSTALLATION, migrations.resolve(INSTALLATION.getFileName()));
    }

    @Test
    void nodeOfTheReleaseBeforeStartsAgainBesideANewerSchema() throws IOException {
        start("V14__campaigns.sql", ADDITIVE);
        Files.delete(migrations.resolve("V14__campaigns.sql"));

        start();

        assertThat(tables()).contains("campaign");
    }

    @Test
    void nodeStopsWhereTheSchemaNeedsANewerProgram() throws IOException {
        start("V15__no_campaigns.sql", NOT_ADDITIVE);
        Files.delete(migrations.resolve("V15__no_campaigns.sql"));

        assertThatThrownBy(this::start).isInstanceOf(WrongSetting.class).hasMessage("spring.datasource.url names a database that needs a newer "
                + "Guestflow: one that knows its migration 15, where this one ends at 13.1.");
    }

    @Test
    void nodeThatKnowsWhatIsNeededStarts() throws IOException {
        start("V15__no_campaigns.sql", NOT_ADDITIVE);

        start("V16__campaigns.sql", ADDITIVE);

        assertThat(tables()).contains("campaign");
    }

    @Test
    void upgradesADatabaseFromBeforeTheTableWasThere() throws IOException {
        Files.delete(migrations.resolve(INSTALLATION.getFileName()));
        start("V12__campaigns.sql", ADDITIVE);
        Files.copy(INSTALLATION, migrations.resolve(INSTALLATION.getFileName()));

        start();

        assertThat(tables()).contains("installation");
    }

    @ParameterizedTest
    @CsvSource({"PostgreSQL, 13, 13.22", "MariaDB, 14, 14.1"})
    void refusesAServerForWhichTheMigrationsAreNotWritten(String product, int major, String version) throws Exception {
        assertThatThrownBy(() -> new DatabaseProduct(server(product, major, version)).require()).isInstanceOf(WrongSetting.class)
                .hasMessage("spring.datasource.url must name a PostgreSQL of version 14 or newer, or the embedded H2; this is " + product + " "
                        + version + ".");
    }

    @Test
    void takesTheOldestServerForWhichTheMigrationsAreWritten() throws Exception {
        new DatabaseProduct(server("PostgreSQL", 14, "14.0")).require();
    }

    private void start(String migration, String sql) throws IOException {
        Files.writeString(migrations.resolve(migration), sql);
        start();
    }

    private void start() {
        new SchemaUpgrade(new DatabaseProduct(database))
                .migrate(Flyway.configure().dataSource(database).locations("filesystem:" + migrations).load());
    }

    private List<String> tables() {
        return JdbcClient.create(database).sql("select lower(table_name) from information_schema.tables").query(String.class).list();
    }

    private static DataSource server(String product, int major, String version) throws Exception {
        DatabaseMetaData words = mock();
        when(words.getDatabaseProductName()).thenReturn(product);
        when(words.getDatabaseMajorVersion()).thenReturn(major);
        when(words.getDatabaseProductVersion()).thenReturn(version);
        Connection connection = mock();
        when(connection.getMetaData()).thenReturn(words);
        DataSource source = mock();
        when(source.getConnection()).thenReturn(connection);
        return source;
    }
}
