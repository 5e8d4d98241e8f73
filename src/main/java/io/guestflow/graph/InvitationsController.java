package io.guestflow.graph;

import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.ListedInvitation;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Resent;
import io.guestflow.guest.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations for programs: {@code POST} as Microsoft Graph has it, and what it lacks. */
@RestController
@RequestMapping(Edge.API + "/invitations")
class InvitationsController {

    private final Gifts gifts;
    private final InvitationDoor door;
    private final Idempotency idempotency;
    private final VisibleInvitations invitations;
    private final InvitationLists lists;
    private final InvitationResources resources;
    private final Settings settings;

    InvitationsController(Gifts gifts, InvitationDoor door, Idempotency idempotency, VisibleInvitations invitations, InvitationLists lists,
                          InvitationResources resources, Settings settings) {
        this.gifts = gifts;
        this.door = door;
        this.idempotency = idempotency;
        this.invitations = invitations;
        this.lists = lists;
        this.resources = resources;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationResource invite(@RequestBody InvitationBody body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        gifts.require(body);
        InvitationRequest request = body.request();
        try {
            ListedInvitation invited = Race.won(() -> idempotency.once(key, body, () -> door.invite(request),
                    invitation -> invitation.invitation().id(), invitations::invited));
            return resources.invited(invited, body);
        } catch (Refused refused) {
            throw InvitationFields.renamed(refused);
        }
    }

    @GetMapping
    Map<String, Object> list(HttpServletRequest request) {
        return lists.page(request, invitations.all(), resources::item);
    }

    @GetMapping("/{id}")
    InvitationResource show(@PathVariable UUID id) {
        return resources.single(invitations.existing(id));
    }

    /** @return {@code sentAgain}, {@code hastened} or {@code justSent}; see {@link Resent} */
    @PostMapping("/{id}/resend")
    Map<String, String> resend(@PathVariable UUID id) {
        Resent resent = Race.won(() -> door.resend(id));
        return Map.of(ContextUrl.PROPERTY, ContextUrl.of(settings, "Edm.String"), "value", switch (resent) {
            case SENT_AGAIN -> "sentAgain";
            case HASTENED -> "hastened";
            case JUST_SENT -> "justSent";
        });
    }

    /** Withdraws a pending invitation, which removes its guest. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        Race.won(() -> door.withdraw(id));
    }
}
