package io.guestflow.security;

import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Whoever is signed in to the current request, or holds its token; the system, where there is none: in jobs and timers. */
@Component
class SignedInCaller implements Caller {

    private static final String GUEST = "ROLE_GUEST";
    private static final Set<String> MANAGERS = Set.of(StaffRole.GLOBAL_ADMINISTRATOR.authority(), StaffRole.USER_ADMINISTRATOR.authority(),
            Scope.USER_READ_WRITE_ALL.authority(), Scope.DIRECTORY_READ_WRITE_ALL.authority());
    private static final Set<String> INVITING_ROLES = Stream.of(StaffRole.workingWithGuests()).map(role -> "ROLE_" + role).collect(Collectors.toSet());
    private static final Set<String> INVITING_SCOPES = Set.of(Scope.USER_INVITE_ALL.authority(), Scope.USER_READ_WRITE_ALL.authority(),
            Scope.DIRECTORY_READ_WRITE_ALL.authority());

    @Override
    public Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated() || authentication instanceof AnonymousAuthenticationToken) {
            return Actor.SYSTEM;
        }
        return new Actor(kind(authentication), authentication.getName());
    }

    @Override
    public boolean mayManageGuests() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authorities(authentication).stream().anyMatch(MANAGERS::contains);
    }

    /** Staff have scopes, too, but what makes one of them an inviter is the role. */
    @Override
    public boolean isInviter() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (current().kind()) {
            case SYSTEM -> true;
            case STAFF -> authorities(authentication).stream().anyMatch(INVITING_ROLES::contains);
            case APPLICATION -> authorities(authentication).stream().anyMatch(INVITING_SCOPES::contains);
            case GUEST -> false;
        };
    }

    private static Actor.Kind kind(Authentication authentication) {
        if (authentication instanceof AbstractOAuth2TokenAuthenticationToken) {
            return Actor.Kind.APPLICATION;
        }
        return authorities(authentication).contains(GUEST) ? Actor.Kind.GUEST : Actor.Kind.STAFF;
    }

    private static Set<String> authorities(Authentication authentication) {
        return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    }
}
