package io.guestflow.graph;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Condition;
import io.guestflow.guest.DirectoryMembership;
import io.guestflow.guest.Group;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows guests and members, and what belongs to each of them. */
@RestController
@RequestMapping(Edge.API + "/users")
class UserLists {

    private static final String USERS = "users";
    private static final String OBJECTS = "directoryObjects";
    private static final int MOST_SPONSORS = 999;

    private final Lists lists;
    private final UserType users;
    private final Register<User> userRegister;
    private final Register<Group> groupRegister;
    private final Register<DirectoryMembership> membershipRegister;
    private final Register<AppAssignment> appsOfPrincipalRegister;

    UserLists(Lists lists, UserType users, Register<User> userRegister, Register<Group> groupRegister,
              Register<DirectoryMembership> membershipRegister, Register<AppAssignment> appsOfPrincipalRegister) {
        this.lists = lists;
        this.users = users;
        this.userRegister = userRegister;
        this.groupRegister = groupRegister;
        this.membershipRegister = membershipRegister;
        this.appsOfPrincipalRegister = appsOfPrincipalRegister;
    }

    @GetMapping
    Map<String, Object> users(HttpServletRequest request) {
        return lists.page(request, ListOf.all("/users", users.type(), userRegister));
    }

    @GetMapping(path = "/$count", produces = MediaType.TEXT_PLAIN_VALUE)
    String count(HttpServletRequest request) {
        return lists.count(request, ListOf.all("/users", users.type(), userRegister));
    }

    @GetMapping("/{user}")
    Map<String, Object> user(HttpServletRequest request, @PathVariable("user") String idOrName) {
        return lists.one(request, USERS, users.type(), existing(idOrName), null);
    }

    @GetMapping("/{user}/sponsors")
    Map<String, Object> sponsors(HttpServletRequest request, @PathVariable("user") String idOrName) {
        Condition sponsors = Found.with("sponsorOf", existing(idOrName).id());
        Map<String, Object> answer = lists.answer(OBJECTS, List.of(), "");
        var persons = ListOf.all("/users", users.type(), userRegister).within(sponsors).typed(user -> users.type().typed());
        var groups = ListOf.all("/groups", CatalogueTypes.GROUP, groupRegister).within(sponsors).typed(group -> CatalogueTypes.GROUP.typed());
        answer.put("value", Stream.concat(lists.whole(request, persons, MOST_SPONSORS).stream(),
                lists.whole(request, groups, MOST_SPONSORS).stream()).toList());
        return answer;
    }

    /** Groups have no groups as members, so what a user belongs to directly is all there is. */
    @GetMapping({"/{user}/memberOf", "/{user}/transitiveMemberOf"})
    Map<String, Object> memberOf(HttpServletRequest request, @PathVariable("user") String idOrName) {
        UUID user = existing(idOrName).id();
        return lists.page(request, ListOf.all("/users/" + user + "/memberOf", CatalogueTypes.MEMBERSHIP, membershipRegister).of(OBJECTS)
                .within(Condition.equal("user", user)).typed(CatalogueTypes::typed));
    }

    @GetMapping("/{user}/appRoleAssignments")
    Map<String, Object> appRoleAssignments(HttpServletRequest request, @PathVariable("user") String idOrName) {
        UUID user = existing(idOrName).id();
        return lists.page(request, ListOf.all("/users/" + user + "/appRoleAssignments", CatalogueTypes.ASSIGNMENT, appsOfPrincipalRegister)
                .of("appRoleAssignments").within(Condition.equal("principalId", user)));
    }

    private User existing(String idOrName) {
        return Found.in(userRegister, Found.user(idOrName));
    }
}
