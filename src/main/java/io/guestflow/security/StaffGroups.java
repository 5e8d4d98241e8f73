package io.guestflow.security;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Sets up the four groups and exactly the rights they need in the engine. Tasks need no entry: the engine gives a task's candidates
 * the right to work on it.
 */
@Component
class StaffGroups {

    private static final String ONBOARDING = "guest-onboarding";
    private static final String REMOVAL = "guest-removal";
    private static final String[] LETTERS = {"letter-delivery", "failed-letter"};
    private static final String ANY = Authorization.ANY;

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    StaffGroups(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    void ensure() {
        Arrays.stream(StaffRole.values()).forEach(role -> group(role.group(), role.title(), "WORKFLOW"));
        group(Groups.CAMUNDA_ADMIN, "Camunda administrators", Groups.GROUP_TYPE_SYSTEM);
        Arrays.stream(Resources.values()).forEach(resource -> grant(StaffRole.GLOBAL_ADMINISTRATOR, resource, ANY, Permissions.ALL));
        userAdministrators();
        guestInviters();
        processAnalysts();
    }

    private void userAdministrators() {
        StaffRole role = StaffRole.USER_ADMINISTRATOR;
        grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(role, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        grant(role, Resources.PROCESS_DEFINITION, ONBOARDING, Permissions.READ, Permissions.CREATE_INSTANCE, Permissions.READ_INSTANCE,
                Permissions.READ_TASK, ProcessDefinitionPermissions.RETRY_JOB);
        grant(role, Resources.PROCESS_DEFINITION, REMOVAL, Permissions.READ, Permissions.CREATE_INSTANCE, Permissions.READ_INSTANCE,
                Permissions.READ_TASK);
        for (String letters : LETTERS) {
            grant(role, Resources.PROCESS_DEFINITION, letters, Permissions.READ, Permissions.READ_INSTANCE, ProcessDefinitionPermissions.RETRY_JOB);
        }
    }

    private void guestInviters() {
        StaffRole role = StaffRole.GUEST_INVITER;
        grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(role, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        grant(role, Resources.PROCESS_DEFINITION, ONBOARDING, Permissions.READ, Permissions.CREATE_INSTANCE);
    }

    private void processAnalysts() {
        StaffRole role = StaffRole.PROCESS_ANALYST;
        grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(role, Resources.PROCESS_DEFINITION, ANY, Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_HISTORY,
                Permissions.READ_TASK);
        grant(role, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(role, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void group(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    private void grant(StaffRole role, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(role.group()).resourceType(resource).resourceId(id).singleResult();
        Authorization authorization = known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        authorization.setGroupId(role.group());
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
