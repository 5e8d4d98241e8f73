package io.guestflow.graph;

import io.guestflow.guest.Group;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows groups and who is in them. */
@RestController
@RequestMapping(Edge.API + "/groups")
class GroupLists {

    private final Lists lists;
    private final UserType users;
    private final Register<Group> groupRegister;
    private final Register<User> userRegister;

    GroupLists(Lists lists, UserType users, Register<Group> groupRegister, Register<User> userRegister) {
        this.lists = lists;
        this.users = users;
        this.groupRegister = groupRegister;
        this.userRegister = userRegister;
    }

    @GetMapping
    Map<String, Object> groups(HttpServletRequest request) {
        return lists.page(request, ListOf.all("/groups", CatalogueTypes.GROUP, groupRegister));
    }

    @GetMapping(path = "/$count", produces = MediaType.TEXT_PLAIN_VALUE)
    String count(HttpServletRequest request) {
        return lists.count(request, ListOf.all("/groups", CatalogueTypes.GROUP, groupRegister));
    }

    @GetMapping("/{group}")
    Map<String, Object> group(HttpServletRequest request, @PathVariable("group") String id) {
        return lists.one(request, "groups", CatalogueTypes.GROUP, Found.in(groupRegister, id), null);
    }

    @GetMapping({"/{group}/members", "/{group}/transitiveMembers"})
    Map<String, Object> members(HttpServletRequest request, @PathVariable("group") String id) {
        return lists.page(request, membersOf(id, "/members").of("directoryObjects").typed(user -> users.type().typed()));
    }

    @GetMapping({"/{group}/members/microsoft.graph.user", "/{group}/members/graph.user"})
    Map<String, Object> users(HttpServletRequest request, @PathVariable("group") String id) {
        return lists.page(request, membersOf(id, "/members/microsoft.graph.user").of("users"));
    }

    @GetMapping(path = {"/{group}/members/$count", "/{group}/members/microsoft.graph.user/$count", "/{group}/members/graph.user/$count"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    String memberCount(HttpServletRequest request, @PathVariable("group") String id) {
        return lists.count(request, membersOf(id, "/members"));
    }

    private ListOf<User> membersOf(String id, String path) {
        UUID group = Found.in(groupRegister, id).id();
        return ListOf.all("/groups/" + group + path, users.type(), userRegister).within(Found.with("groups", group));
    }
}
