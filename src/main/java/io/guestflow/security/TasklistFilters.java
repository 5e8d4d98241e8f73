package io.guestflow.security;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that Tasklist opens with; one that is there already stays as somebody may have changed it. */
@Component
class TasklistFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    void ensure() {
        add(1, "Needs attention", "Refused addresses, failed letters, requests for a new invitation", tasks.createTaskQuery()
                .taskDefinitionKeyIn("UserTask_CorrectAddress", "UserTask_RetryLetter", "UserTask_AnswerRequest"));
        add(2, "Waiting for guests", "Invitations that nobody has answered yet",
                tasks.createTaskQuery().taskDefinitionKey("UserTask_ReviewPermissions"));
        add(3, "Removed guests", "Restore or purge", tasks.createTaskQuery().taskDefinitionKey("UserTask_RestoreOrPurge"));
        add(4, "My tasks", "Claimed by me", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private void add(int place, String name, String description, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name).setQuery(query)
                .setProperties(Map.of("priority", place, "description", description, "refresh", true, "color", "#3b5bdb"));
        readable(filters.saveFilter(filter));
    }

    private void readable(Filter filter) {
        for (StaffRole role : new StaffRole[] {StaffRole.USER_ADMINISTRATOR, StaffRole.GUEST_INVITER}) {
            Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(role.group());
            read.setResource(Resources.FILTER);
            read.setResourceId(filter.getId());
            read.addPermission(Permissions.READ);
            authorizations.saveAuthorization(read);
        }
    }
}
