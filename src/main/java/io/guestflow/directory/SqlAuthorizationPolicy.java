package io.guestflow.directory;

import io.guestflow.guest.AllowInvitesFrom;
import io.guestflow.guest.AuthorizationPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one row of {@code authorization_policy}. */
@Repository
class SqlAuthorizationPolicy implements AuthorizationPolicy {

    private final JdbcClient jdbc;

    SqlAuthorizationPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AllowInvitesFrom allowInvitesFrom() {
        return AllowInvitesFrom.valueOf(jdbc.sql("select allow_invites_from from authorization_policy where id = 1").query(String.class).single());
    }

    @Override
    @Transactional
    public void allowInvitesFrom(AllowInvitesFrom whom) {
        jdbc.sql("update authorization_policy set allow_invites_from = :whom where id = 1").param("whom", whom.name()).update();
    }
}
