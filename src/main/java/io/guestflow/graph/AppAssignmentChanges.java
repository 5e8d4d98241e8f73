package io.guestflow.graph;

import io.guestflow.guest.AppAssignments;
import io.guestflow.guest.Settings;
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
@RequestMapping("/v1.0")
class AppAssignmentChanges {

    private final AppAssignments assignments;
    private final Settings settings;

    AppAssignmentChanges(AppAssignments assignments, Settings settings) {
        this.assignments = assignments;
        this.settings = settings;
    }

    @PostMapping("/users/{user}/appRoleAssignments")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedAssignment assignToUser(@PathVariable String user, @RequestBody Map<String, Object> body) {
        return CreatedAssignment.of(assignments.assignToUser(user, body), settings);
    }

    @DeleteMapping("/users/{user}/appRoleAssignments/{assignment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawFromUser(@PathVariable String user, @PathVariable String assignment) {
        assignments.withdrawFromUser(user, assignment);
    }

    @PostMapping("/servicePrincipals/{app}/appRoleAssignedTo")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedAssignment assignFromApp(@PathVariable String app, @RequestBody Map<String, Object> body) {
        return CreatedAssignment.of(assignments.assignFromApp(app, body), settings);
    }

    @DeleteMapping("/servicePrincipals/{app}/appRoleAssignedTo/{assignment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawFromApp(@PathVariable String app, @PathVariable String assignment) {
        assignments.withdrawFromApp(app, assignment);
    }
}
