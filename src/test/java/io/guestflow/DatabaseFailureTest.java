package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.installation.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An operator whose database does not fit reads one line about it. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseFailureTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @TempDir
    private Path migrations;

    @Test
    void isToldOfAMigrationThatWasChangedAfterwards(CapturedOutput output) throws IOException {
        migration("create table campaign (id integer);");
        assertThat(startedOn(database)).isNull();
        migration("create table campaign (id bigint);");

        assertThat(startedOn(database)).isNotNull();

        assertThat(output.getOut().lines()).contains("The database cannot be brought up to date: Validate failed: Migrations have failed validation: "
                + "Migration checksum mismatch for migration version 1.");
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    @Test
    void isToldOfAMigrationThatFails(CapturedOutput output) throws IOException {
        migration("drop table campaign;");

        assertThat(startedOn(database)).isNotNull();

        assertThat(output.getOut().lines()).anyMatch(line -> line.startsWith("The database cannot be brought up to date: ")
                && line.contains("V1__campaigns.sql") && line.contains("Table \"CAMPAIGN\" not found"));
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    @Test
    void isToldOfADatabaseThatDoesNotAnswer(CapturedOutput output) {
        assertThat(startedOn("jdbc:postgresql://127.0.0.1:" + Ports.free() + "/guestflow")).isNotNull();

        assertThat(output.getOut().lines()).anyMatch(line -> line.startsWith("spring.datasource.url names a database that cannot be used: Connection "));
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    private void migration(String sql) throws IOException {
        Files.writeString(migrations.resolve("V1__campaigns.sql"), sql);
    }

    private Throwable startedOn(String url) {
        var application = new SpringApplication(DatabaseAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try {
            application.run("--spring.datasource.url=" + url, "--spring.flyway.locations=filesystem:" + migrations + ",classpath:none/{vendor}").close();
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class DatabaseAlone {
    }
}
