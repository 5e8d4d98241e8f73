package io.guestflow.graph;

import io.guestflow.guest.Caller;
import io.guestflow.guest.ConcurrentChange;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.NotAllowed;
import io.guestflow.guest.Problem;
import io.guestflow.guest.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An endpoint for the tests of what stands around all of them. */
@RestController
@RequestMapping("/v1.0/groups/test-only")
class TestOnlyController {

    private static final GuestId GUEST = GuestId.of("7f0a2c4e-0000-4000-8000-000000000001");
    private static final Map<String, Supplier<RuntimeException>> FAILURES = Map.of(
            "refused", () -> new Refused(List.of(new Problem("invitedUserEmailAddress", "invalid-email", "This is not a mail address."),
                    new Problem("inviteRedirectUrl", "invalid-redirectUrl", "This is not a web address."))),
            "taken", () -> new Refused("invitedUserEmailAddress", "already-accepted", "This address belongs to a guest."),
            "not-allowed", () -> new NotAllowed(GUEST, "is removed"),
            "changed", () -> new ConcurrentChange(GUEST),
            "locked", () -> new CannotAcquireLockException("row of ada@analytical.example"),
            "duplicate", () -> new DuplicateKeyException("ada@analytical.example"),
            "gone", () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such group."),
            "teapot", () -> new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT),
            "hung-up", () -> new UncheckedIOException(new IOException("Broken pipe")),
            "broken", () -> new IllegalStateException("of ada@analytical.example", new IllegalArgumentException("ada@analytical.example")));

    private final Caller caller;

    TestOnlyController(Caller caller) {
        this.caller = caller;
    }

    @GetMapping
    Map<String, Object> whoAmI() {
        return Map.of("kind", caller.current().kind(), "name", caller.current().name(), "mayManageGuests", caller.mayManageGuests());
    }

    @GetMapping(path = "/$count", produces = "text/plain")
    String count() {
        return "0";
    }

    @PostMapping
    Body echo(@RequestBody Body body) {
        return body;
    }

    @PostMapping("/action")
    Map<String, Boolean> act(@RequestBody(required = false) Nothing nothing) {
        return Map.of("done", true);
    }

    @GetMapping("/failures/{name}")
    void fail(@PathVariable String name) {
        throw FAILURES.get(name).get();
    }

    @GetMapping("/things/{id}")
    UUID thing(@PathVariable UUID id, @RequestParam int size) {
        return id;
    }

    @DeleteMapping("/things/{id}")
    void removeThing(@PathVariable UUID id) {
        // nothing to remove
    }

    record Nothing() {
    }

    record Body(String name, Integer number, Boolean flag, UUID id, OffsetDateTime at, Kind kind, Part part, List<Part> parts) {
    }

    record Part(String name, Part part) {
    }

    enum Kind { ONE, OTHER }
}
