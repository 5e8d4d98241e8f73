package io.guestflow.guest;

import io.guestflow.guest.MemberLists.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts users into groups and directory roles, and takes them out. For a pending guest it takes effect with the acceptance. Users are
 * locked before groups, as removals and invitations do it.
 */
@Service
@Transactional
public class MembershipChanges {

    private final Accounts accounts;
    private final Groups groups;
    private final Directory directory;
    private final MemberLists lists;
    private final AuditTrail audit;

    MembershipChanges(Accounts accounts, Groups groups, Directory directory, MemberLists lists, AuditTrail audit) {
        this.accounts = accounts;
        this.groups = groups;
        this.directory = directory;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * All of them or none.
     *
     * @throws NotFound if the group or one of the users is not there
     * @throws Refused  if one of them is a member already, or no user
     */
    public void addToGroup(String group, List<Reference> users) {
        List<Account> members = locked(users);
        UUID id = ObjectIds.read(group).flatMap(groups::lock).map(Group::id).orElseThrow(() -> new NotFound("group"));
        members.forEach(member -> add(Kind.GROUP, id, member, AuditActivity.ADD_MEMBER));
    }

    /** As {@link #addToGroup}, for one user and a directory role. */
    public void addToRole(String role, Reference user) {
        List<Account> members = locked(List.of(user));
        add(Kind.ROLE, role(role), members.get(0), AuditActivity.ADD_TO_ROLE);
    }

    /** @throws NotFound unless the user is a member of the group */
    public void removeFromGroup(String group, String user) {
        remove(Kind.GROUP, ObjectIds.read(group).orElseThrow(() -> new NotFound("group")), user, AuditActivity.REMOVE_MEMBER);
    }

    /** @throws NotFound unless the user is a member of the role */
    public void removeFromRole(String role, String user) {
        remove(Kind.ROLE, role(role), user, AuditActivity.REMOVE_FROM_ROLE);
    }

    private void add(Kind kind, UUID target, Account member, AuditActivity activity) {
        if (!lists.add(kind, target, member.id())) {
            throw new Refused("@odata.id", "already-member", "This user is a member already.");
        }
        audit.record(activity, member.id(), target);
    }

    private void remove(Kind kind, UUID target, String user, AuditActivity activity) {
        Account member = accounts.find(user).map(Account::id).flatMap(accounts::lock).orElseThrow(() -> new NotFound("member"));
        if (!lists.remove(kind, target, member.id())) {
            throw new NotFound("member");
        }
        audit.record(activity, member.id(), target);
    }

    /** In one order for everybody, so that nobody waits in a circle. */
    private List<Account> locked(List<Reference> users) {
        return users.stream().map(this::user).sorted(Comparator.comparing(Account::id))
                .map(user -> accounts.lock(user.id()).orElseThrow(() -> new NotFound("user"))).toList();
    }

    private Account user(Reference reference) {
        if (!reference.mayBeUser()) {
            throw new Refused("@odata.id", "not-a-user", "Only users can be members; groups within groups are not supported.");
        }
        return accounts.find(reference.key()).orElseThrow(() -> new NotFound("user"));
    }

    private UUID role(String role) {
        return ObjectIds.read(role).filter(id -> directory.unknownRoles(Set.of(id)).isEmpty()).orElseThrow(() -> new NotFound("directory role"));
    }
}
