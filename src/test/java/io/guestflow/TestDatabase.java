package io.guestflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Lets the same tests run on PostgreSQL, which the build brings along, where {@code -Dguestflow.test.database=postgresql} asks for it;
 * each context has a database of its own.
 */
public class TestDatabase implements EnvironmentPostProcessor {

    private static final String KEY = "guestflow.test.database";
    private static final String USER = "postgres";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("postgresql".equals(environment.getProperty(KEY))) {
            environment.getPropertySources().addFirst(new MapPropertySource(KEY, Map.of("spring.datasource.url", newDatabase(),
                    "spring.datasource.username", USER, "spring.datasource.password", "",
                    "guestflow.ticket.secret", "a secret of more than thirty-two bytes")));
        }
    }

    /** A database of its own, empty, of the kind that the tests run on. */
    public static DataSource empty() {
        return vendor().equals("h2") ? new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
                : emptyPostgres();
    }

    /** As the folder of its migrations is called. */
    public static String vendor() {
        return System.getProperty(KEY, "h2");
    }

    /** A PostgreSQL database of its own, empty, whatever the other tests run on. */
    public static DataSource emptyPostgres() {
        var source = new PGSimpleDataSource();
        source.setUrl(newDatabase());
        source.setUser(USER);
        return source;
    }

    private static String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
            return Server.RUNNING.getJdbcUrl(USER, name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").setServerConfig("fsync", "off")
                        .setRegisterShutdownHook(false).start();
                // when every context is closed: one that finds its database gone would wait for it
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
