package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guestflow.guest.AuthorizationPolicy;
import io.guestflow.guest.PolicyChanges;
import io.guestflow.guest.Settings;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The one policy of the installation: who may invite guests. */
@RestController
@RequestMapping(Edge.API + "/policies/authorizationPolicy")
class AuthorizationPolicies {

    private final AuthorizationPolicy policy;
    private final PolicyChanges changes;
    private final Settings settings;

    AuthorizationPolicies(AuthorizationPolicy policy, PolicyChanges changes, Settings settings) {
        this.policy = policy;
        this.changes = changes;
        this.settings = settings;
    }

    @GetMapping
    Answer show() {
        return new Answer(ContextUrl.of(settings, "policies/authorizationPolicy/$entity"), "authorizationPolicy",
                "Authorization Policy", policy.allowInvitesFrom().title(), Answer.GUEST_USER);
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody Map<String, Object> body) {
        changes.change(body);
    }

    /** @param guestUserRoleId fixed: guests see themselves and what they were given, and nobody else */
    record Answer(@JsonProperty(ContextUrl.PROPERTY) String context, String id, String displayName, String allowInvitesFrom,
                  String guestUserRoleId) {

        /** As Microsoft Entra ID names restricted guest users everywhere. */
        private static final String GUEST_USER = "2af84b1e-32c8-42b7-82bc-daa82404023b";
    }
}
