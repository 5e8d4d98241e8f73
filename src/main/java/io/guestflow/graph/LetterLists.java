package io.guestflow.graph;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what became of the letters of an invitation, the newest first; there are few, and so no options. */
@RestController
@RequestMapping(Edge.API + "/invitations/{id}/letters")
class LetterLists {

    private final VisibleInvitations invitations;
    private final Letters letters;
    private final Settings settings;

    LetterLists(VisibleInvitations invitations, Letters letters, Settings settings) {
        this.invitations = invitations;
        this.letters = letters;
        this.settings = settings;
    }

    @GetMapping
    LetterResource.Collection letters(HttpServletRequest request, @PathVariable UUID id) {
        Options.of(request).only(List.of());
        GuestId guest = invitations.existing(id).guest().id();
        return new LetterResource.Collection(ContextUrl.of(settings, "invitations('" + id + "')/letters"),
                letters.of(guest).stream().filter(letter -> letter.key().subject().equals(id)).map(LetterResource::of).toList());
    }
}
