package io.guestflow.security;

import io.guestflow.guest.Members;
import io.guestflow.guest.StaffMember;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a sign-in against Camunda's users; their groups become roles. The engine slows down whoever guesses: it locks a user
 * for growing times after failed attempts.
 */
@Component
class StaffAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identity;
    private final Members members;

    StaffAuthenticationProvider(IdentityService identity, Members members) {
        this.identity = identity;
        this.members = members;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        if (!identity.checkPassword(id, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("unknown user, wrong password, or locked for a while");
        }
        User user = identity.createUserQuery().userId(id).singleResult();
        members.mirror(member(user));
        return UsernamePasswordAuthenticationToken.authenticated(user.getId(), null, authorities(user.getId()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    static StaffMember member(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).strip();
        String mail = user.getEmail() == null || user.getEmail().isBlank() ? null : user.getEmail().strip();
        return new StaffMember(user.getId(), name.isEmpty() ? user.getId() : name, mail);
    }

    private List<? extends GrantedAuthority> authorities(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .flatMap(group -> StaffRole.ofGroup(group.getId()).stream()).map(role -> new SimpleGrantedAuthority(role.authority())).toList();
    }
}
