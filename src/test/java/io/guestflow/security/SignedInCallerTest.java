package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Actor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class SignedInCallerTest {

    private final SignedInCaller caller = new SignedInCaller();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theSystemActsWhereNobodyIsSignedIn() {
        assertThat(caller.current()).isEqualTo(Actor.SYSTEM);
        assertThat(caller.mayManageGuests()).isFalse();

        signIn(new AnonymousAuthenticationToken("key", "nobody", authorities("ROLE_ANONYMOUS")));

        assertThat(caller.current()).isEqualTo(Actor.SYSTEM);
        assertThat(caller.current().name()).isEqualTo("system");
    }

    @ParameterizedTest
    @CsvSource({"ROLE_GLOBAL_ADMINISTRATOR, true", "ROLE_USER_ADMINISTRATOR, true", "ROLE_GUEST_INVITER, false", "ROLE_PROCESS_ANALYST, false"})
    void administratorsOfTheStaffManageEveryGuest(String role, boolean manages) {
        signIn(UsernamePasswordAuthenticationToken.authenticated(new Staff("grace", List.of()), null, authorities(role)));

        assertThat(caller.current()).isEqualTo(new Actor(Actor.Kind.STAFF, "grace"));
        assertThat(caller.current().isStaff()).isTrue();
        assertThat(caller.mayManageGuests()).isEqualTo(manages);
    }

    @ParameterizedTest
    @CsvSource({"ROLE_GLOBAL_ADMINISTRATOR, true", "ROLE_GUEST_INVITER, true", "ROLE_PROCESS_ANALYST, false"})
    void theRoleAndNoScopeMakesAMemberAnInviter(String role, boolean inviter) {
        signIn(UsernamePasswordAuthenticationToken.authenticated(new Staff("grace", List.of()), null,
                AuthorityUtils.createAuthorityList(role, "SCOPE_User.Invite.All")));

        assertThat(caller.isInviter()).isEqualTo(inviter);
    }

    @Test
    void aGuestManagesNobody() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("some-guest", null, authorities("ROLE_GUEST")));

        assertThat(caller.current()).isEqualTo(new Actor(Actor.Kind.GUEST, "some-guest"));
        assertThat(caller.mayManageGuests()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"User.ReadWrite.All, true", "Directory.ReadWrite.All, true", "User.Invite.All, false", "User.Read.All, false",
        "Directory.Read.All, false"})
    void anApplicationManagesGuestsIfItMayWriteUsers(String scope, boolean manages) {
        Jwt token = Jwt.withTokenValue("token").header("alg", "none").subject("crm").build();
        signIn(new JwtAuthenticationToken(token, authorities("SCOPE_" + scope)));

        assertThat(caller.current()).isEqualTo(new Actor(Actor.Kind.APPLICATION, "crm"));
        assertThat(caller.current().isStaff()).isFalse();
        assertThat(caller.current().name()).isEqualTo("crm");
        assertThat(caller.mayManageGuests()).isEqualTo(manages);
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static List<GrantedAuthority> authorities(String name) {
        return AuthorityUtils.createAuthorityList(name);
    }
}
