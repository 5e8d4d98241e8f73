package io.guestflow.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server that writes to the disk before it says so, and can be stopped and started again with what it holds. */
public final class Postgres implements AutoCloseable {

    public static final String USER = "postgres";

    private final Path data;
    private final boolean endsWithTheProgram;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    /** @param data a folder for its files; a database that is there already goes on */
    public Postgres(Path data) {
        this(data, true);
    }

    /** @param endsWithTheProgram whether it stops by itself when the program ends; it does not wait for who still needs it then */
    Postgres(Path data, boolean endsWithTheProgram) {
        this.data = data;
        this.endsWithTheProgram = endsWithTheProgram;
        this.server = start();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public DataSource database(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser(USER);
        return source;
    }

    /** @return the new database's name */
    public String create(String database) {
        return create(database, "template1");
    }

    /** @param original that nobody is connected to @return the name of its copy */
    public String create(String database, String original) {
        try (Connection connection = database(USER).getConnection()) {
            connection.createStatement().execute("create database " + database + " template " + original);
            return database;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As an operator does it: connections are ended, what was committed is kept. */
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void startAgain() {
        server = start();
    }

    @Override
    public void close() {
        stop();
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false)
                    .setRegisterShutdownHook(endsWithTheProgram)
                    .setServerConfig("max_connections", "300").setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements").setServerConfig("pg_stat_statements.track", "all").start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
