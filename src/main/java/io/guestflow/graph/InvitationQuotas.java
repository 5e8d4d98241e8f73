package io.guestflow.graph;

import io.github.bucket4j.TimeMeter;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Counts where all who count can see it: nodes share a PostgreSQL database, and an embedded one has one node. */
@Configuration(proxyBeanMethods = false)
class InvitationQuotas {

    @Bean
    @DependsOnDatabaseInitialization
    InvitationQuota invitationQuota(ThrottleSettings settings, DataSource database) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? InvitationQuota.ofAllNodes(settings.invitations(), database, TimeMeter.SYSTEM_MILLISECONDS)
                : InvitationQuota.ofOneNode(settings.invitations(), TimeMeter.SYSTEM_MILLISECONDS);
    }
}
