package io.guestflow.security;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions of the staff are rows, so that every node knows them and a sign-out holds everywhere. */
@Configuration(proxyBeanMethods = false)
class StaffSessions {

    private static final String TABLE = "%TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)";

    /** Two requests of one session may bring the same new attribute at once; the later one's value stays. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> addedAttributes(DataSource database) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        String upsert = DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? "insert into " + TABLE + " values (?, ?, ?) on conflict (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) "
                        + "do update set ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES"
                : "merge into " + TABLE + " key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)";
        return sessions -> sessions.setCreateSessionAttributeQuery(upsert);
    }

    /** Spring Session looks for it by this name; nobody else shall convert with it. */
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new ReadableAttributes());
        return conversion;
    }
}
