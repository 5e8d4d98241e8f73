package io.guestflow.graph;

import io.guestflow.guest.AccountRemovals;
import io.guestflow.guest.ProfileChanges;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes and removes users, who are named by id or principal name. */
@RestController
@RequestMapping(Edge.API + "/users/{user}")
class UserChanges {

    private final ProfileChanges profiles;
    private final AccountRemovals removals;

    UserChanges(ProfileChanges profiles, AccountRemovals removals) {
        this.profiles = profiles;
        this.removals = removals;
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String user, @RequestBody Map<String, Object> body) {
        profiles.change(user, body);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String user) {
        Race.won(() -> removals.remove(user));
    }
}
