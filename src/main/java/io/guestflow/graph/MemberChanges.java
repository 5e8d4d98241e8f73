package io.guestflow.graph;

import io.guestflow.guest.MembershipChanges;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Adds users to groups and directory roles, and takes them out. */
@RestController
@RequestMapping(Edge.API)
class MemberChanges {

    private final MembershipChanges memberships;

    MemberChanges(MembershipChanges memberships) {
        this.memberships = memberships;
    }

    @PostMapping("/groups/{group}/members/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addToGroup(@PathVariable String group, @RequestBody Map<String, Object> body) {
        memberships.addToGroup(group, List.of(ReferenceBody.read(body)));
    }

    @DeleteMapping("/groups/{group}/members/{member}/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFromGroup(@PathVariable String group, @PathVariable String member) {
        memberships.removeFromGroup(group, member);
    }

    @PostMapping("/directoryRoles/{role}/members/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addToRole(@PathVariable String role, @RequestBody Map<String, Object> body) {
        memberships.addToRole(role, ReferenceBody.read(body));
    }

    @DeleteMapping("/directoryRoles/{role}/members/{member}/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFromRole(@PathVariable String role, @PathVariable String member) {
        memberships.removeFromRole(role, member);
    }

    /** Safer than the original, where a forgotten {@code /$ref} deletes the user. */
    @Hidden
    @DeleteMapping({"/groups/{group}/members/{member}", "/directoryRoles/{role}/members/{member}", "/users/{user}/sponsors/{member}"})
    void refuseToDeleteTheUserBehindIt() {
        throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED,
                "This would delete the user, not the link to it; end the address in /$ref, or delete /users/{id}.");
    }
}
