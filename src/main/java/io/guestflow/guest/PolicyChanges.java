package io.guestflow.guest;

import static io.guestflow.guest.SentValues.required;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the installation allows. */
@Service
@Transactional
public class PolicyChanges {

    private final AuthorizationPolicy policy;
    private final AuditTrail audit;

    PolicyChanges(AuthorizationPolicy policy, AuditTrail audit) {
        this.policy = policy;
        this.audit = audit;
    }

    /** @param body allowInvitesFrom. @throws Refused if its value is unknown, or another property is there */
    public void change(Map<String, Object> body) {
        var sent = new Sent(body);
        AllowInvitesFrom whom = sent.take("allowInvitesFrom", required(value -> AllowInvitesFrom.of(SentValues.text(value))));
        sent.close();
        if (whom != null) {
            policy.allowInvitesFrom(whom);
            audit.record(AuditActivity.UPDATE_POLICY, (UUID) null, (UUID) null);
        }
    }
}
