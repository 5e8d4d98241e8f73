package io.guestflow.benchmark.moving;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/** PostgreSQL's driver for a node that moves from database to database while its connections stay open. */
public final class MovingDriver implements Driver {

    /** System property of the node: the databases' addresses with commas between them; the node begins in the first. */
    public static final String DATABASES = "moving.databases";
    /** System property of the node: where it is told to move, see {@link Place#toldAt}. */
    public static final String PORT = "moving.port";

    private static final Place PLACE = Place.toldAt(Integer.getInteger(PORT));

    private final Driver postgres = new org.postgresql.Driver();
    private final List<String> databases = List.of(System.getProperty(DATABASES).split(","));

    @Override
    public Connection connect(String address, Properties properties) throws SQLException {
        var connections = new ArrayList<Connection>();
        for (String database : databases) {
            connections.add(postgres.connect(database, properties));
        }
        return MovingConnection.of(PLACE, connections);
    }

    @Override
    public boolean acceptsURL(String address) throws SQLException {
        return postgres.acceptsURL(address);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String address, Properties properties) throws SQLException {
        return postgres.getPropertyInfo(address, properties);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return postgres.getParentLogger();
    }
}
