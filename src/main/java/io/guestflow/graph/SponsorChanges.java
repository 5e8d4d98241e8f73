package io.guestflow.graph;

import io.guestflow.guest.Sponsorships;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds and removes those who answer for a user. */
@RestController
@RequestMapping(Edge.API + "/users/{user}/sponsors")
class SponsorChanges {

    private final Sponsorships sponsorships;

    SponsorChanges(Sponsorships sponsorships) {
        this.sponsorships = sponsorships;
    }

    @PostMapping("/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String user, @RequestBody Map<String, Object> body) {
        sponsorships.add(user, ReferenceBody.read(body));
    }

    @DeleteMapping("/{sponsor}/$ref")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String user, @PathVariable String sponsor) {
        sponsorships.remove(user, sponsor);
    }
}
