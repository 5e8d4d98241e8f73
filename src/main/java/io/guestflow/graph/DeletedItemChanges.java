package io.guestflow.graph;

import io.guestflow.guest.AccountRemovals;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import io.swagger.v3.oas.annotations.Parameter;
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

/** Restores removed guests, or forgets them for good. */
@RestController
@RequestMapping(Edge.API + "/directory/deletedItems/{id}")
class DeletedItemChanges {

    private final AccountRemovals removals;
    private final Lists lists;
    private final UserType users;
    private final Register<User> userRegister;

    DeletedItemChanges(AccountRemovals removals, Lists lists, UserType users, Register<User> userRegister) {
        this.removals = removals;
        this.lists = lists;
        this.users = users;
        this.userRegister = userRegister;
    }

    @PostMapping("/restore")
    Map<String, Object> restore(HttpServletRequest request, @PathVariable String id,
                                @Parameter(hidden = true) @RequestBody(required = false) Map<String, Object> body) {
        if (body != null && !body.isEmpty()) {
            throw new Refused(body.keySet().iterator().next(), "unknown-property", "A restoration takes no properties.");
        }
        Race.won(() -> removals.restore(id));
        return lists.one(request, "directoryObjects", users.type(), Found.in(userRegister, id), users.type().typed());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(@PathVariable String id) {
        Race.won(() -> removals.purge(id));
    }
}
