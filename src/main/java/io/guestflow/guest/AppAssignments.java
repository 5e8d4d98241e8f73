package io.guestflow.guest;

import io.guestflow.guest.Apps.App;
import io.guestflow.guest.MemberLists.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets users and groups use apps, and takes that back; a pending guest sees them from the acceptance on. */
@Service
@Transactional
public class AppAssignments {

    private static final UUID DEFAULT_ACCESS = new UUID(0, 0);

    private final Accounts accounts;
    private final Groups groups;
    private final AppRegister apps;
    private final MemberLists lists;
    private final AuditTrail audit;

    AppAssignments(Accounts accounts, Groups groups, AppRegister apps, MemberLists lists, AuditTrail audit) {
        this.accounts = accounts;
        this.groups = groups;
        this.apps = apps;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * @param user id or principal name
     * @param body principalId (the same user), resourceId (the app) and appRoleId (all zeros or absent)
     * @throws NotFound if the user or app is not there
     * @throws Refused  if a property is wrong, or the user has the app already
     */
    public AppAssignment assignToUser(String user, Map<String, Object> body) {
        Account account = accounts.lockExisting(user);
        var sent = new Sent(body);
        UUID principal = sent.take("principalId", AppAssignments::id);
        UUID app = needed(sent, "resourceId");
        if (principal != null && !principal.equals(account.id())) {
            sent.refuse("principalId", "other-principal", "This is not the user in the address.");
        }
        close(sent);
        return assign(new Principal(account.id(), false, account.displayName()), app);
    }

    /** As {@link #assignToUser}, where the address names the app, and principalId may name a group as well. */
    public AppAssignment assignFromApp(String app, Map<String, Object> body) {
        var sent = new Sent(body);
        UUID principal = needed(sent, "principalId");
        UUID resource = sent.take("resourceId", AppAssignments::id);
        UUID named = ObjectIds.read(app).orElseThrow(() -> new NotFound("app"));
        if (resource != null && !resource.equals(named)) {
            sent.refuse("resourceId", "other-app", "This is not the app in the address.");
        }
        close(sent);
        return assign(principal(principal).orElseThrow(() -> new NotFound("user or group")), named);
    }

    /** @throws NotFound unless this user has an assignment of this id */
    public void withdrawFromUser(String user, String assignment) {
        Account account = accounts.lockExisting(user);
        withdraw(AppAssignment.ends(assignment).filter(ends -> ends.principal().equals(account.id())));
    }

    /** @throws NotFound unless this app has an assignment of this id */
    public void withdrawFromApp(String app, String assignment) {
        withdraw(AppAssignment.ends(assignment).filter(ends -> ends.app().toString().equalsIgnoreCase(app)));
    }

    private AppAssignment assign(Principal principal, UUID id) {
        App app = apps.lock(id).orElseThrow(() -> new NotFound("app"));
        if (!lists.add(Kind.APP, app.id(), principal.id())) {
            throw new Refused("resourceId", "already-assigned", "This app is assigned already.");
        }
        audit.record(AuditActivity.ASSIGN_APP, principal.id(), app.id());
        Instant since = apps.assignedAt(app.id(), principal.id()).orElseThrow();
        return new AppAssignment(principal.id(), principal.group(), principal.name(), app, since);
    }

    private void withdraw(Optional<AppAssignment.Ends> ends) {
        AppAssignment.Ends found = ends.filter(both -> lists.remove(Kind.APP, both.app(), both.principal()))
                .orElseThrow(() -> new NotFound("app role assignment"));
        audit.record(AuditActivity.WITHDRAW_APP, found.principal(), found.app());
    }

    private Optional<Principal> principal(UUID id) {
        return accounts.lock(id).map(user -> new Principal(id, false, user.displayName()))
                .or(() -> groups.lock(id).map(group -> new Principal(id, true, group.name())));
    }

    private static void close(Sent sent) {
        UUID role = sent.take("appRoleId", value -> value == null ? DEFAULT_ACCESS : id(value));
        if (role != null && !role.equals(DEFAULT_ACCESS)) {
            sent.refuse("appRoleId", "unknown-role", "Apps have no roles here; leave it out, or send the id of all zeros.");
        }
        sent.close();
    }

    private static UUID needed(Sent sent, String property) {
        if (!sent.has(property)) {
            sent.refuse(property, "missing-" + property, "An assignment needs this.");
        }
        return sent.take(property, AppAssignments::id);
    }

    private static UUID id(Object value) {
        return ObjectIds.read(String.valueOf(SentValues.text(value))).orElseThrow(() -> new IllegalArgumentException("This is not an id."));
    }

    /** Who gets an app. */
    private record Principal(UUID id, boolean group, String name) {
    }
}
