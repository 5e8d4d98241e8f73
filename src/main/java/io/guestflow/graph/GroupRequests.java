package io.guestflow.graph;

import io.guestflow.guest.GroupChanges;
import io.guestflow.guest.Settings;
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
@RequestMapping("/v1.0/groups")
class GroupRequests {

    private final GroupChanges groups;
    private final Settings settings;

    GroupRequests(GroupChanges groups, Settings settings) {
        this.groups = groups;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedGroup create(@RequestBody Map<String, Object> body) {
        return CreatedGroup.of(groups.create(body), settings);
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
