package io.guestflow.directory;

import io.guestflow.TestDatabase;
import io.guestflow.guest.TestGuests;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An empty directory of its own, to which users are added as a test needs them. */
class DirectoryDatabase extends DirectoryRows {

    static final PrincipalNames NAMES = new PrincipalNames(TestGuests.settings());

    private final AtomicInteger statements;

    DirectoryDatabase() {
        this(new AtomicInteger());
    }

    private DirectoryDatabase(AtomicInteger statements) {
        super(JdbcClient.create(counted(empty(), statements)));
        this.statements = statements;
    }

    private static DataSource empty() {
        DataSource database = TestDatabase.empty();
        var scripts = new ResourceDatabasePopulator();
        Stream.of("common/V2__directory", "common/V4__letters", "common/V5__users", TestDatabase.vendor() + "/V7__list_keys", "common/V7_1__lists")
                .forEach(script -> scripts.addScript(new ClassPathResource("db/migration/" + script + ".sql")));
        scripts.execute(database);
        return database;
    }

    /** How many statements were sent since the last time somebody asked. */
    int statements() {
        return statements.getAndSet(0);
    }

    /** Outside of transactions each statement takes a connection. */
    private static DataSource counted(DataSource database, AtomicInteger statements) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                statements.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
