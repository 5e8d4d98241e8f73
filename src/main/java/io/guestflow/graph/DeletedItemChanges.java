package io.guestflow.graph;

import io.guestflow.guest.AccountRemovals;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Settings;
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
@RequestMapping("/v1.0/directory/deletedItems/{id}")
class DeletedItemChanges {

    private final AccountRemovals removals;
    private final Settings settings;

    DeletedItemChanges(AccountRemovals removals, Settings settings) {
        this.removals = removals;
        this.settings = settings;
    }

    @PostMapping("/restore")
    RestoredUser restore(@PathVariable String id, @RequestBody(required = false) Map<String, Object> body) {
        if (body != null && !body.isEmpty()) {
            throw new Refused(body.keySet().iterator().next(), "unknown-property", "A restoration takes no properties.");
        }
        return RestoredUser.of(Contest.won(() -> removals.restore(id)), settings);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(@PathVariable String id) {
        Contest.won(() -> {
            removals.purge(id);
            return id;
        });
    }
}
