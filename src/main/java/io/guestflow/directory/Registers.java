package io.guestflow.directory;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Apps;
import io.guestflow.guest.AuditEntry;
import io.guestflow.guest.DirectoryMembership;
import io.guestflow.guest.DirectoryRole;
import io.guestflow.guest.Group;
import io.guestflow.guest.ListedInvitation;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be listed. */
@Configuration(proxyBeanMethods = false)
class Registers {

    /** Guests and members, without removed guests. */
    @Bean
    Register<User> userRegister(JdbcClient jdbc, PrincipalNames names) {
        return new SqlRegister<>(jdbc, UserTable.present(names), UserTable::user);
    }

    /** Guests who can be restored. */
    @Bean
    Register<User> removedUserRegister(JdbcClient jdbc, PrincipalNames names) {
        return new SqlRegister<>(jdbc, UserTable.removed(names), UserTable::user);
    }

    @Bean
    Register<Group> groupRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.GROUPS, CatalogueTables::group);
    }

    @Bean
    Register<DirectoryRole> roleRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.ROLES, CatalogueTables::role);
    }

    @Bean
    Register<Apps.App> appRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.APPS, CatalogueTables::app);
    }

    /** The groups and directory roles of one user, which the condition has to name. */
    @Bean
    Register<DirectoryMembership> membershipRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.MEMBERSHIPS, CatalogueTables::membership);
    }

    /** The apps of one user or group, which the condition has to name. */
    @Bean
    Register<AppAssignment> appsOfPrincipalRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.APPS_OF_PRINCIPAL, CatalogueTables::assignment);
    }

    /** Who may use one app, which the condition has to name. */
    @Bean
    Register<AppAssignment> principalsOfAppRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, CatalogueTables.PRINCIPALS_OF_APP, CatalogueTables::assignment);
    }

    @Bean
    Register<AuditEntry> auditRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, AuditTable.TABLE, AuditTable::entry);
    }

    /** Every invitation there ever was of guests who are not purged. */
    @Bean
    Register<ListedInvitation> invitationRegister(JdbcClient jdbc) {
        return new SqlRegister<>(jdbc, InvitationTable.TABLE, InvitationTable::invitation);
    }
}
