package io.guestflow.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a sign-in against Camunda's users; their groups become roles. The engine slows down whoever guesses: it locks a user
 * for growing times after failed attempts.
 */
@Component
class StaffAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identity;
    private final StaffMirror mirror;

    StaffAuthenticationProvider(IdentityService identity, StaffMirror mirror) {
        this.identity = identity;
        this.mirror = mirror;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        // nobody is called so, and not every database can even look
        boolean garbled = id.chars().anyMatch(Character::isISOControl);
        if (garbled || !identity.checkPassword(id, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("unknown user, wrong password, or locked for a while");
        }
        mirror.show(identity.createUserQuery().userId(id).singleResult());
        return find(id).orElseThrow();
    }

    /** Whoever has this id, with today's groups; empty if the user is gone. */
    Optional<Authentication> find(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            return Optional.empty();
        }
        List<String> groups = identity.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
        var authorities = groups.stream().flatMap(group -> StaffRole.ofGroup(group).stream()).flatMap(StaffRole::authorities).distinct()
                .map(SimpleGrantedAuthority::new).toList();
        return Optional.of(UsernamePasswordAuthenticationToken.authenticated(new Staff(id, groups), null, authorities));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
