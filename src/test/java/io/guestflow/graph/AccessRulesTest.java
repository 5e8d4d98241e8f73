package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Scope;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

class AccessRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /invitations                         | User.Invite.All, User.ReadWrite.All, Directory.ReadWrite.All
            GET    | /invitations                         | User.Invite.All, User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            GET    | /invitations/7                       | User.Invite.All, User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            DELETE | /invitations/7                       | User.Invite.All, User.ReadWrite.All, Directory.ReadWrite.All
            POST   | /invitations/7/resend                | User.Invite.All, User.ReadWrite.All, Directory.ReadWrite.All
            POST   | /invitations/7/other                 |
            PATCH  | /invitations/7                       |
            GET    | /users                               | User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            GET    | /users/$count                        | User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            GET    | /users/ada_x%23EXT%23%40contoso.example/sponsors | User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            PATCH  | /users/7                             | User.ReadWrite.All, Directory.ReadWrite.All
            DELETE | /users/7                             | User.ReadWrite.All, Directory.ReadWrite.All
            POST   | /users/7/sponsors/$ref               | User.ReadWrite.All, Directory.ReadWrite.All
            PUT    | /users/7                             |
            GET    | /users/7/appRoleAssignments          | Directory.Read.All, Directory.ReadWrite.All
            POST   | /users/7/appRoleAssignments          | Directory.ReadWrite.All
            DELETE | /users/7/appRoleAssignments/8        | Directory.ReadWrite.All
            GET    | /directory/deletedItems/graph.user   | User.Read.All, User.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            POST   | /directory/deletedItems/7/restore    | User.ReadWrite.All, Directory.ReadWrite.All
            DELETE | /directory/deletedItems/7            | User.ReadWrite.All, Directory.ReadWrite.All
            GET    | /directory                           |
            GET    | /groups/7/members                    | Group.ReadWrite.All, Directory.Read.All, Directory.ReadWrite.All
            POST   | /groups/7/members/$ref               | Group.ReadWrite.All, Directory.ReadWrite.All
            PATCH  | /groups/7                            | Group.ReadWrite.All, Directory.ReadWrite.All
            DELETE | /groups/7/members/8/$ref             | Group.ReadWrite.All, Directory.ReadWrite.All
            GET    | /directoryRoles                      | Directory.Read.All, Directory.ReadWrite.All
            POST   | /directoryRoles/7/members/$ref       | Directory.ReadWrite.All
            DELETE | /directoryRoles/7/members/8/$ref     | Directory.ReadWrite.All
            GET    | /servicePrincipals/7                 | Directory.Read.All, Directory.ReadWrite.All
            POST   | /servicePrincipals/7/appRoleAssignedTo | Directory.ReadWrite.All
            PATCH  | /servicePrincipals/7                 | Directory.ReadWrite.All
            DELETE | /servicePrincipals/7                 | Directory.ReadWrite.All
            GET    | /policies/authorizationPolicy        | Policy.ReadWrite.Authorization, Directory.Read.All, Directory.ReadWrite.All
            PATCH  | /policies/authorizationPolicy        | Policy.ReadWrite.Authorization
            GET    | /policies                            |
            GET    | /auditLogs/directoryAudits           | AuditLog.Read.All
            POST   | /auditLogs/directoryAudits           |
            GET    | /                                    |
            GET    | /nowhere                             |
            """)
    void scopesAllowWhatTheyDoInMicrosoftGraphAndNothingElse(String method, String path, String scopes) {
        String expected = scopes == null ? "" : Arrays.stream(scopes.split(", ")).sorted().collect(Collectors.joining(", "));

        assertThat(allowing(request(method, path))).isEqualTo(expected);
    }

    @Test
    void aScopeIsNoScopeOutsideTheApi() {
        var outside = new MockHttpServletRequest("GET", "/users");
        ServletRequestPathUtils.parseAndCache(outside);

        assertThat(allowing(outside)).isEmpty();
    }

    @Test
    void everyScopeAllowsSomething() {
        assertThat(AccessRules.ALL.stream().flatMap(rule -> Arrays.stream(rule.authorities()))).contains(
                Arrays.stream(Scope.values()).map(Scope::authority).toArray(String[]::new));
    }

    private static String allowing(MockHttpServletRequest request) {
        return AccessRules.ALL.stream().filter(rule -> rule.request().matches(request)).findFirst()
                .stream().flatMap(rule -> Arrays.stream(rule.authorities())).map(name -> name.replaceFirst("^SCOPE_", "")).sorted()
                .collect(Collectors.joining(", "));
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, Edge.API + path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
