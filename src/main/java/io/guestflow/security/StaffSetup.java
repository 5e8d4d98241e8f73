package io.guestflow.security;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Sets up the staff at every start, before the first request is served: what is missing is made, what is there stays. */
@Component
class StaffSetup implements SmartInitializingSingleton {

    private final StaffGroups groups;
    private final FirstAdministrator administrator;
    private final TasklistFilters filters;
    private final StaffMirror mirror;

    StaffSetup(StaffGroups groups, FirstAdministrator administrator, TasklistFilters filters, StaffMirror mirror) {
        this.groups = groups;
        this.administrator = administrator;
        this.filters = filters;
        this.mirror = mirror;
    }

    @Override
    public void afterSingletonsInstantiated() {
        groups.ensure();
        administrator.ensure();
        filters.ensure();
        mirror.showAll();
    }
}
