package io.guestflow.guest;

import static io.guestflow.guest.SentValues.line;
import static io.guestflow.guest.SentValues.required;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes groups. What only a group with a mailbox would need is taken note of and not kept. */
@Service
@Transactional
public class GroupChanges {

    static final int MOST_NEW_MEMBERS = 20;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final String NEW_MEMBERS = "members@odata.bind";

    private final Groups groups;
    private final MembershipChanges memberships;
    private final AuditTrail audit;
    private final Clock clock;

    GroupChanges(Groups groups, MembershipChanges memberships, AuditTrail audit, Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param body properties in the names of Microsoft Graph's group
     * @throws Refused if one of them is unknown or wrong, or another group has the name
     */
    public Group create(Map<String, Object> body) {
        var sent = new Sent(body);
        if (!sent.has("displayName")) {
            sent.refuse("displayName", "missing-displayName", "A group needs a name.");
        }
        var group = new Group(NewId.next(), sent.take("displayName", required(line(LONGEST_NAME))),
                sent.take("description", line(LONGEST_DESCRIPTION)), clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<Reference> members = members(sent);
        groups.add(group);
        audit.record(AuditActivity.ADD_GROUP, null, group.id());
        memberships.addToGroup(group.id().toString(), members);
        return group;
    }

    /** Changes the properties that were sent, and adds the members that were. @throws NotFound if there is no such group */
    public void change(String id, Map<String, Object> body) {
        var sent = new Sent(body);
        boolean renamed = sent.has("displayName");
        boolean described = sent.has("description");
        String name = sent.take("displayName", required(line(LONGEST_NAME)));
        String description = sent.take("description", line(LONGEST_DESCRIPTION));
        memberships.addToGroup(id, members(sent));
        if (renamed || described) {
            Group group = find(id).orElseThrow(() -> new NotFound("group"));
            groups.update(new Group(group.id(), renamed ? name : group.name(), described ? description : group.description(),
                    group.createdAt()));
            audit.record(AuditActivity.UPDATE_GROUP, null, group.id());
        }
    }

    /** @throws NotFound if there is no such group (any more) */
    public void delete(String id) {
        Group group = find(id).orElseThrow(() -> new NotFound("group"));
        groups.delete(group.id());
        audit.record(AuditActivity.DELETE_GROUP, null, group.id());
    }

    private Optional<Group> find(String id) {
        return ObjectIds.read(id).flatMap(groups::lock);
    }

    /** Takes the last properties and so closes what was sent. */
    private static List<Reference> members(Sent sent) {
        List<String> bound = sent.take(NEW_MEMBERS, SentValues::texts);
        if (bound != null && bound.size() > MOST_NEW_MEMBERS) {
            sent.refuse(NEW_MEMBERS, "too-many-members", "At most 20 members can be added at once.");
        }
        sent.take("mailNickname", SentValues::text);
        sent.take("mailEnabled", SentValues::flag);
        sent.take("securityEnabled", SentValues::flag);
        sent.take("groupTypes", SentValues::texts);
        sent.close();
        return bound == null ? List.of() : bound.stream().map(Reference::of).toList();
    }
}
