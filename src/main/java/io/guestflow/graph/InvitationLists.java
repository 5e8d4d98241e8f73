package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.ListedInvitation;
import io.guestflow.guest.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lists invitations, each with its guest; how one of them looks is the caller's to say. */
@Component
class InvitationLists {

    private static final ResourceType<ListedInvitation> TYPE = new ResourceType<>("invitation", List.of(
            Property.text("id", listed -> listed.invitation().id()),
            Property.text("status", listed -> listed.invitation().status()),
            Property.text("invitedUserEmailAddress", listed -> listed.guest().address().value()),
            Property.text("invitedUserDisplayName", listed -> listed.guest().name()),
            Property.of("createdDateTime", PropertyType.TIME, listed -> listed.invitation().createdAt()),
            Property.of("expirationDateTime", PropertyType.TIME, listed -> listed.invitation().expiresAt())), List.of());

    private final Lists lists;
    private final Register<ListedInvitation> invitationRegister;

    InvitationLists(Lists lists, Register<ListedInvitation> invitationRegister) {
        this.lists = lists;
        this.invitationRegister = invitationRegister;
    }

    /**
     * @param within which invitations the caller may see, in the properties {@code inviter} and {@code client}
     * @param shown  makes what is shown of an invitation
     */
    Map<String, Object> page(HttpServletRequest request, Condition within, Function<ListedInvitation, ?> shown) {
        return lists.page(request, ListOf.all("/invitations", TYPE, invitationRegister).within(within), shown);
    }
}
