package io.guestflow.security;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up the staff at every start, before the first request is served: what is missing is made, people and filters that are there stay,
 * and the groups get the rights back that they need. Of nodes that start at once one does it, and the others wait and find it done.
 */
@Component
class StaffSetup implements SmartInitializingSingleton {

    private final StaffGroups groups;
    private final FirstAdministrator administrator;
    private final TasklistFilters filters;
    private final StaffMirror mirror;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    StaffSetup(StaffGroups groups, FirstAdministrator administrator, TasklistFilters filters, StaffMirror mirror, JdbcClient jdbc,
               TransactionTemplate transactions) {
        this.groups = groups;
        this.administrator = administrator;
        this.filters = filters;
        this.mirror = mirror;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(alone -> {
            jdbc.sql("select id from installation for update").query(Integer.class).single();
            setUp();
        });
    }

    private void setUp() {
        groups.ensure();
        administrator.ensure();
        filters.ensure();
        mirror.showAll();
    }
}
