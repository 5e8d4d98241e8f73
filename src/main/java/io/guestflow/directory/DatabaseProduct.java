package io.guestflow.directory;

import io.guestflow.guest.WrongSetting;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** What the database is: the embedded H2, or PostgreSQL of an age for which the migrations are written. */
@Component
class DatabaseProduct {

    private static final String EMBEDDED = "H2";
    private static final String SHARED = "PostgreSQL";
    private static final int OLDEST = 14;

    private final DataSource database;

    DatabaseProduct(DataSource database) {
        this.database = database;
    }

    /** @throws WrongSetting if it is another one */
    void require() {
        String wrong = describedIfWrong();
        if (wrong != null) {
            throw new WrongSetting("spring.datasource.url", "must name a PostgreSQL of version " + OLDEST + " or newer, or the embedded H2; this is "
                    + wrong);
        }
    }

    private String describedIfWrong() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, DatabaseProduct::describedIfWrong);
        } catch (MetaDataAccessException lost) {
            throw new IllegalStateException("The database was lost during the start.", lost);
        }
    }

    private static String describedIfWrong(DatabaseMetaData server) throws SQLException {
        String product = server.getDatabaseProductName();
        boolean fine = product.equals(EMBEDDED) || product.equals(SHARED) && server.getDatabaseMajorVersion() >= OLDEST;
        return fine ? null : product + " " + server.getDatabaseProductVersion();
    }
}
