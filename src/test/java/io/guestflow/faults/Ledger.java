package io.guestflow.faults;

import io.guestflow.installation.Program.Invitation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programs and guests were told; the directory has to agree. */
final class Ledger {

    private static final String STATES = "select cast(id as varchar(36)) as id, state, mail from directory_user where user_type = 'Guest'";
    private static final String INVITED = "select cast(target_id as varchar(36)) as id, count(*) as times from audit_entry "
            + "where activity = 'Invite external user' group by target_id";

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    void note(Invitation invitation, Fate fate) {
        entries.put(invitation.guest(), new Entry(invitation.address(), fate));
    }

    int size() {
        return entries.size();
    }

    long count(Fate fate) {
        return entries.values().stream().filter(entry -> entry.fate() == fate).count();
    }

    List<String> findings(JdbcClient database) {
        Map<String, Entry> directory = database.sql(STATES).query((row, number) -> Map.entry(row.getString("id"), new Entry(row.getString("mail"),
                Fate.valueOf(row.getString("state"))))).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var findings = new ArrayList<String>();
        entries.forEach((guest, told) -> {
            if (!told.agreesWith(directory.get(guest))) {
                findings.add("guest-is-not-as-was-answered: %s %s, but %s".formatted(guest, told.fate(), directory.get(guest)));
            }
        });
        Set<String> unknown = new HashSet<>(directory.keySet());
        unknown.removeAll(entries.keySet());
        unknown.forEach(guest -> findings.add("nobody-was-told-of-this-guest: " + guest));
        database.sql(INVITED).query((row, number) -> Map.entry(row.getString("id"), row.getInt("times"))).list().stream()
                .filter(invited -> invited.getValue() > mostInvitations(invited.getKey()))
                .forEach(invited -> findings.add("guest-was-invited-more-often-than-asked-for: " + invited));
        return findings;
    }

    private int mostInvitations(String guest) {
        Entry entry = entries.get(guest);
        return entry != null && entry.fate() == Fate.INVITED_ANEW ? 2 : 1;
    }

    /** Where a guest should be. */
    enum Fate {
        PENDING, ACCEPTED, DECLINED, ACTIVE, REMOVED, PURGED,
        /** Pending again after a restoration. */
        INVITED_ANEW,
        /** Nobody got a certain answer to the last request. */
        UNSURE
    }

    private record Entry(String address, Fate fate) {

        boolean agreesWith(Entry found) {
            return switch (fate) {
                case PURGED -> found == null;
                case UNSURE -> found != null && found.address.equals(address);
                case INVITED_ANEW -> new Entry(address, Fate.PENDING).equals(found);
                default -> equals(found);
            };
        }
    }
}
