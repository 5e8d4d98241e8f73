package io.guestflow.graph;

import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Scope;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What comes with an invitation: a program gives no group and no role that its scopes would not let it give later on, whoever
 * invited the guest. Staff choose both when they invite.
 */
@Component
class Gifts {

    private final Caller caller;

    Gifts(Caller caller) {
        this.caller = caller;
    }

    /** @throws GraphFailure if the scopes of the calling program do not reach as far as its invitation does */
    void require(InvitationBody body) {
        if (caller.current().kind() == Actor.Kind.APPLICATION) {
            require("groups", body.groups(), Scope.GROUP_READ_WRITE_ALL, Scope.DIRECTORY_READ_WRITE_ALL);
            require("roles", body.roles(), Scope.DIRECTORY_READ_WRITE_ALL);
        }
    }

    private static void require(String property, List<String> given, Scope... scopes) {
        List<String> enough = Arrays.stream(scopes).map(Scope::authority).toList();
        if (given != null && !given.isEmpty() && SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority).noneMatch(enough::contains)) {
            throw new GraphFailure(GraphError.of(Fault.DENIED, "not-allowed", property + ": " + Fault.DENIED.sentence()));
        }
    }
}
