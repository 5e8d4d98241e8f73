package io.guestflow.graph;

import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows removed guests, as long as they can be restored. */
@RestController
@RequestMapping(Edge.API + "/directory/deletedItems")
class DeletedUserLists {

    private static final String DELETED = "/directory/deletedItems";

    private final Lists lists;
    private final UserType users;
    private final Register<User> removedUserRegister;

    DeletedUserLists(Lists lists, UserType users, Register<User> removedUserRegister) {
        this.lists = lists;
        this.users = users;
        this.removedUserRegister = removedUserRegister;
    }

    @GetMapping({"/microsoft.graph.user", "/graph.user"})
    Map<String, Object> users(HttpServletRequest request) {
        return lists.page(request, removed());
    }

    @GetMapping(path = {"/microsoft.graph.user/$count", "/graph.user/$count"}, produces = MediaType.TEXT_PLAIN_VALUE)
    String count(HttpServletRequest request) {
        return lists.count(request, removed());
    }

    @GetMapping({"/{id}", "/{id}/microsoft.graph.user", "/{id}/graph.user", "/microsoft.graph.user/{id}", "/graph.user/{id}"})
    Map<String, Object> user(HttpServletRequest request, @PathVariable String id) {
        return lists.one(request, "directoryObjects", users.type(), Found.in(removedUserRegister, id), users.type().typed());
    }

    private ListOf<User> removed() {
        return ListOf.all(DELETED + "/microsoft.graph.user", users.type(), removedUserRegister).of("users");
    }
}
