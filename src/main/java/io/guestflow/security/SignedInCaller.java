package io.guestflow.security;

import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever is signed in to the current request; the system, where there is none: in jobs and timers. */
@Component
class SignedInCaller implements Caller {

    private static final String GUEST = "ROLE_GUEST";
    private static final Set<String> MANAGERS = Stream.of(StaffRole.GLOBAL_ADMINISTRATOR, StaffRole.USER_ADMINISTRATOR)
            .map(StaffRole::authority).collect(Collectors.toSet());

    private static final Set<String> INVITERS = Stream.of(StaffRole.workingWithGuests()).map(role -> "ROLE_" + role).collect(Collectors.toSet());

    @Override
    public Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated() || authentication instanceof AnonymousAuthenticationToken) {
            return Actor.SYSTEM;
        }
        return new Actor(authorities(authentication).contains(GUEST) ? Actor.Kind.GUEST : Actor.Kind.STAFF, authentication.getName());
    }

    @Override
    public boolean mayManageGuests() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authorities(authentication).stream().anyMatch(MANAGERS::contains);
    }

    @Override
    public boolean isInviter() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return current() == Actor.SYSTEM || authorities(authentication).stream().anyMatch(INVITERS::contains);
    }

    private static Set<String> authorities(Authentication authentication) {
        return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    }
}
