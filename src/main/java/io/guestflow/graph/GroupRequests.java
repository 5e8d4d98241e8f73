package io.guestflow.graph;

import io.guestflow.guest.GroupChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates, changes and deletes groups. */
@RestController
@RequestMapping(Edge.API + "/groups")
class GroupRequests {

    private final GroupChanges groups;
    private final Lists lists;

    GroupRequests(GroupChanges groups, Lists lists) {
        this.groups = groups;
        this.lists = lists;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(HttpServletRequest request, @RequestBody Map<String, Object> body) {
        return lists.one(request, "groups", CatalogueTypes.GROUP, groups.create(body), null);
    }

    @PatchMapping("/{group}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String group, @RequestBody Map<String, Object> body) {
        groups.change(group, body);
    }

    @DeleteMapping("/{group}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String group) {
        groups.delete(group);
    }
}
