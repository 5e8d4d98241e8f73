package io.guestflow.guest;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who invited: a member of the staff, or the program that stands for one. */
@Component
public class KnownInviters {

    private final Members members;
    private final ApiClients clients;

    KnownInviters(Members members, ApiClients clients) {
        this.members = members;
        this.clients = clients;
    }

    /** Empty if the system invited, or the member is gone. */
    public Optional<Inviter> of(Invitation invitation) {
        return invitation.client() == null
                ? Optional.ofNullable(invitation.inviter()).flatMap(members::find).map(member -> new Inviter(member.displayName(), member.mail()))
                : Optional.of(clients.find(invitation.client())).map(KnownInviters::inviter);
    }

    private static Inviter inviter(ApiClient client) {
        return new Inviter(client.displayName(), client.replyTo() == null ? null : client.replyTo().value());
    }
}
