package io.guestflow.graph;

import io.guestflow.guest.DirectoryRole;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows directory roles and who has them. */
@RestController
@RequestMapping(Edge.API + "/directoryRoles")
class RoleLists {

    private final Lists lists;
    private final UserType users;
    private final Register<DirectoryRole> roleRegister;
    private final Register<User> userRegister;

    RoleLists(Lists lists, UserType users, Register<DirectoryRole> roleRegister, Register<User> userRegister) {
        this.lists = lists;
        this.users = users;
        this.roleRegister = roleRegister;
        this.userRegister = userRegister;
    }

    @GetMapping
    Map<String, Object> roles(HttpServletRequest request) {
        return lists.page(request, ListOf.all("/directoryRoles", CatalogueTypes.ROLE, roleRegister));
    }

    @GetMapping("/{role}")
    Map<String, Object> role(HttpServletRequest request, @PathVariable("role") String id) {
        return lists.one(request, "directoryRoles", CatalogueTypes.ROLE, Found.in(roleRegister, id), null);
    }

    @GetMapping("/{role}/members")
    Map<String, Object> members(HttpServletRequest request, @PathVariable("role") String id) {
        UUID role = Found.in(roleRegister, id).id();
        return lists.page(request, ListOf.all("/directoryRoles/" + role + "/members", users.type(), userRegister).of("directoryObjects")
                .within(Found.with("roles", role)).typed(user -> users.type().typed()));
    }
}
