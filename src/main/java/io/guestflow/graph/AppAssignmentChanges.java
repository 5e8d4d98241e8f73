package io.guestflow.graph;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.AppAssignments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Assigns apps, from the user's side and from the app's. */
@RestController
@RequestMapping(Edge.API)
class AppAssignmentChanges {

    private final AppAssignments assignments;
    private final Lists lists;

    AppAssignmentChanges(AppAssignments assignments, Lists lists) {
        this.assignments = assignments;
        this.lists = lists;
    }

    @PostMapping("/users/{user}/appRoleAssignments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> assignToUser(HttpServletRequest request, @PathVariable String user, @RequestBody Map<String, Object> body) {
        return shown(request, assignments.assignToUser(user, body));
    }

    @DeleteMapping("/users/{user}/appRoleAssignments/{assignment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawFromUser(@PathVariable String user, @PathVariable String assignment) {
        assignments.withdrawFromUser(user, assignment);
    }

    @PostMapping("/servicePrincipals/{app}/appRoleAssignedTo")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> assignFromApp(HttpServletRequest request, @PathVariable String app, @RequestBody Map<String, Object> body) {
        return shown(request, assignments.assignFromApp(app, body));
    }

    @DeleteMapping("/servicePrincipals/{app}/appRoleAssignedTo/{assignment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawFromApp(@PathVariable String app, @PathVariable String assignment) {
        assignments.withdrawFromApp(app, assignment);
    }

    private Map<String, Object> shown(HttpServletRequest request, AppAssignment assignment) {
        return lists.one(request, "appRoleAssignments", CatalogueTypes.ASSIGNMENT, assignment, null);
    }
}
