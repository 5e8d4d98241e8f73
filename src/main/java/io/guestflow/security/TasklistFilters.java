package io.guestflow.security;

import static io.guestflow.security.StaffRole.GUEST_INVITER;
import static io.guestflow.security.StaffRole.USER_ADMINISTRATOR;

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

/**
 * The lists that Tasklist opens with, for those who have something to do in them; one that is there already stays, as somebody may
 * have changed it.
 */
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
                .taskDefinitionKeyIn("UserTask_CorrectAddress", "UserTask_RetryLetter", "UserTask_AnswerRequest"),
                USER_ADMINISTRATOR, GUEST_INVITER);
        // counts everybody who waits, so not every few seconds again
        add(2, "Waiting for guests", "Invitations that nobody has answered yet", false,
                tasks.createTaskQuery().taskDefinitionKey("UserTask_ReviewPermissions"), USER_ADMINISTRATOR);
        // a list of one, or PostgreSQL would find these few in the way that is best for all who wait
        add(3, "Removed guests", "Restore or purge", tasks.createTaskQuery().taskDefinitionKeyIn("UserTask_RestoreOrPurge"), USER_ADMINISTRATOR);
        add(4, "My tasks", "Claimed by me", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                USER_ADMINISTRATOR, GUEST_INVITER);
    }

    private void add(int place, String name, String description, TaskQuery query, StaffRole... readers) {
        add(place, name, description, true, query, readers);
    }

    private void add(int place, String name, String description, boolean refresh, TaskQuery query, StaffRole... readers) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name).setQuery(query)
                .setProperties(Map.of("priority", place, "description", description, "refresh", refresh, "color", "#3b5bdb"));
        readable(filters.saveFilter(filter), readers);
    }

    private void readable(Filter filter, StaffRole... readers) {
        for (StaffRole role : readers) {
            Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(role.group());
            read.setResource(Resources.FILTER);
            read.setResourceId(filter.getId());
            read.addPermission(Permissions.READ);
            authorizations.saveAuthorization(read);
        }
    }
}
