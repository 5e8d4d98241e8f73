package io.guestflow.graph;

import io.guestflow.guest.AppChanges;
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

/** Enters, changes and deletes apps, which Microsoft Graph calls service principals. */
@RestController
@RequestMapping(Edge.API + "/servicePrincipals")
class AppRequests {

    private final AppChanges apps;
    private final Lists lists;

    AppRequests(AppChanges apps, Lists lists) {
        this.apps = apps;
        this.lists = lists;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(HttpServletRequest request, @RequestBody Map<String, Object> body) {
        return lists.one(request, "servicePrincipals", CatalogueTypes.APP, apps.create(body), null);
    }

    @PatchMapping("/{app}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String app, @RequestBody Map<String, Object> body) {
        apps.change(app, body);
    }

    @DeleteMapping("/{app}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String app) {
        apps.delete(app);
    }
}
