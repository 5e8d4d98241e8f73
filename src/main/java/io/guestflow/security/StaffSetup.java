package io.guestflow.security;

import io.guestflow.guest.Members;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets up the staff at every start: what is missing is made, what is there stays. */
@Component
class StaffSetup {

    private final StaffGroups groups;
    private final FirstAdministrator administrator;
    private final TasklistFilters filters;
    private final IdentityService identity;
    private final Members members;

    StaffSetup(StaffGroups groups, FirstAdministrator administrator, TasklistFilters filters, IdentityService identity, Members members) {
        this.groups = groups;
        this.administrator = administrator;
        this.filters = filters;
        this.identity = identity;
        this.members = members;
    }

    @EventListener(ApplicationStartedEvent.class)
    void setUp() {
        groups.ensure();
        administrator.ensure();
        filters.ensure();
        identity.createUserQuery().list().forEach(user -> members.mirror(StaffAuthenticationProvider.member(user)));
    }
}
