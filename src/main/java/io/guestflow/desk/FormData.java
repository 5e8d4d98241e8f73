package io.guestflow.desk;

import io.guestflow.guest.Catalogue;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestRegister;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Members;
import io.guestflow.guest.Onboarding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What Tasklist's embedded forms show and offer; nothing of it passes through the engine. */
@RestController
@RequestMapping("/desk")
class FormData {

    private final GuestDesk desk;
    private final Directory directory;
    private final Members members;
    private final Catalogue catalogue;
    private final Onboarding onboarding;
    private final LatestInvitation latest;

    FormData(GuestDesk desk, Directory directory, Members members, Catalogue catalogue, Onboarding onboarding, LatestInvitation latest) {
        this.desk = desk;
        this.directory = directory;
        this.members = members;
        this.catalogue = catalogue;
        this.onboarding = onboarding;
        this.latest = latest;
    }

    /** The token that posts of a form have to carry. */
    @GetMapping("/csrf")
    Map<String, String> csrf(CsrfToken token) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }

    @GetMapping("/choices")
    Map<String, List<Catalogue.Choice>> choices() {
        return Map.of("groups", catalogue.groups(), "roles", catalogue.roles());
    }

    /** How an address stands, so that the form can say beforehand what inviting it will do. */
    @PostMapping("/standing")
    Standing standing(@RequestBody Address address) {
        return EmailAddress.read(address.email()).map(this::standingOf).orElse(new Standing("invalid"));
    }

    private Standing standingOf(EmailAddress wanted) {
        if (members.haveAddress(wanted)) {
            return new Standing("member");
        }
        return directory.findByAddress(wanted).map(guest -> new Standing(guest.state().name().toLowerCase(Locale.ROOT))).orElse(new Standing("new"));
    }

    /** What the invitation of an address that was just started has done. */
    @PostMapping("/outcome")
    LatestInvitation.Outcome outcome(@RequestBody Address address) {
        return EmailAddress.read(address.email()).flatMap(directory::findByAddress).map(latest::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Guests to choose from. */
    @PostMapping("/guests")
    List<Choosable> guests(@RequestBody Search search) {
        return desk.find(search.text(), null, null).entries().stream().map(Choosable::of).toList();
    }

    /** The guest whom a task is about. */
    @GetMapping("/tasks/{task}/guest")
    TaskGuest guest(@PathVariable String task) {
        return onboarding.guestOfTask(task).flatMap(desk::find).map(TaskGuest::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    record Address(String email) {
    }

    record Standing(String standing) {
    }

    record Search(String text) {
    }

    record Choosable(String id, String name, String mail, GuestState state) {

        static Choosable of(GuestRegister.Entry entry) {
            return new Choosable(entry.id().toString(), entry.displayName(), entry.mail(), entry.state());
        }
    }

    record TaskGuest(String id, String name, String mail, GuestState state, Instant invitedAt, Instant removedAt, String removalReason,
                     String removalNote, Instant purgeAfter, Instant askedAt) {

        static TaskGuest of(Guest guest) {
            var removal = guest.removal();
            return new TaskGuest(guest.id().toString(), guest.displayName(), guest.address().value(), guest.state(),
                    guest.invitation().createdAt(), removal == null ? null : removal.removedAt(),
                    removal == null ? null : removal.reason().name(), removal == null ? null : removal.note(),
                    removal == null ? null : removal.purgeAfter(), removal == null ? null : removal.newInvitationAskedAt());
        }
    }
}
