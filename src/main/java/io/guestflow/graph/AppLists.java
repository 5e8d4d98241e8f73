package io.guestflow.graph;

import io.guestflow.guest.AppAssignment;
import io.guestflow.guest.Apps.App;
import io.guestflow.guest.Condition;
import io.guestflow.guest.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows apps and who may use them. */
@RestController
@RequestMapping(Edge.API + "/servicePrincipals")
class AppLists {

    private final Lists lists;
    private final Register<App> appRegister;
    private final Register<AppAssignment> principalsOfAppRegister;

    AppLists(Lists lists, Register<App> appRegister, Register<AppAssignment> principalsOfAppRegister) {
        this.lists = lists;
        this.appRegister = appRegister;
        this.principalsOfAppRegister = principalsOfAppRegister;
    }

    @GetMapping
    Map<String, Object> apps(HttpServletRequest request) {
        return lists.page(request, ListOf.all("/servicePrincipals", CatalogueTypes.APP, appRegister));
    }

    @GetMapping("/{app}")
    Map<String, Object> app(HttpServletRequest request, @PathVariable("app") String id) {
        return lists.one(request, "servicePrincipals", CatalogueTypes.APP, Found.in(appRegister, id), null);
    }

    @GetMapping("/{app}/appRoleAssignedTo")
    Map<String, Object> assignedTo(HttpServletRequest request, @PathVariable("app") String id) {
        UUID app = Found.in(appRegister, id).id();
        return lists.page(request, ListOf.all("/servicePrincipals/" + app + "/appRoleAssignedTo", CatalogueTypes.ASSIGNMENT,
                principalsOfAppRegister).of("appRoleAssignments").within(Condition.equal("resourceId", app)));
    }
}
