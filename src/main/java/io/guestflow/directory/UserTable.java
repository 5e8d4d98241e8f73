package io.guestflow.directory;

import static java.util.Map.entry;

import io.guestflow.guest.User;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Guests and members as one table of users, with the collections by which lists of them can be narrowed. */
final class UserTable {

    private static final String SELECT = """
            u.id, u.user_type, u.user_principal_name, u.mail, u.contact_mail, u.display_name, u.external_state, u.state_changed_at, u.created_at,
              u.removed_at, u.account_enabled, u.in_address_list, u.given_name, u.surname, u.job_title, u.company_name, u.department,
              u.office_location, u.mobile_phone, u.business_phone, u.preferred_language, u.usage_location, u.age_group, u.consent_for_minor,
              (select array_agg(o.mail order by o.mail_key) from other_mail o where o.user_id = u.id) as other_mails""";

    private static final String ADDRESSES = """
            (select c.id as user_id, c.contact_key as mail_key from directory_user c where c.contact_key is not null
              union all select o.user_id, o.mail_key from other_mail o) a""";

    private static final String SIGNS_IN_ELSEWHERE = "case when u.external_state = 'ACCEPTED' then ";

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            entry("id", Column.id("u.id", false)),
            entry("userPrincipalName", Column.principalName("u.user_principal_name")),
            entry("displayName", Column.lowered("u.display_key", false)),
            entry("mail", Column.address("u.contact_key")),
            entry("userType", Column.words("u.user_type", false, List.of("Guest", "Member"))),
            entry("creationType", Column.words("case when u.user_type = 'Guest' then 'Invitation' end", true, List.of("Invitation"))),
            entry("externalUserState", Column.words("u.external_state", true,
                    Map.of("PendingAcceptance", List.of("PENDING"), "Accepted", List.of("ACCEPTED")))),
            entry("externalUserStateChangeDateTime", Column.time("case when u.user_type = 'Guest' then u.state_changed_at end", true)),
            entry("createdDateTime", Column.time("u.created_at", false)),
            entry("deletedDateTime", Column.time("u.removed_at", true)),
            entry("accountEnabled", Column.flag("u.account_enabled")),
            entry("showInAddressList", Column.flag("u.in_address_list")),
            entry("givenName", Column.text("u.given_name")),
            entry("surname", Column.text("u.surname")),
            entry("jobTitle", Column.text("u.job_title")),
            entry("companyName", Column.text("u.company_name")),
            entry("department", Column.text("u.department")),
            entry("officeLocation", Column.text("u.office_location")),
            entry("mobilePhone", Column.text("u.mobile_phone")),
            entry("preferredLanguage", Column.text("u.preferred_language")),
            entry("usageLocation", Column.text("u.usage_location")),
            entry("ageGroup", Column.text("u.age_group")),
            entry("consentProvidedForMinor", Column.text("u.consent_for_minor")));

    private UserTable() {
    }

    static Table present(PrincipalNames names) {
        return table("u.state <> 'REMOVED'", names);
    }

    static Table removed(PrincipalNames names) {
        return table("u.user_type = 'Guest' and u.state = 'REMOVED'", names);
    }

    private static Table table(String where, PrincipalNames names) {
        return new Table(SELECT, "directory_user u", where, "u.id", "id", List.of(), COLUMNS, items(names));
    }

    private static Map<String, Items> items(PrincipalNames names) {
        return Map.of(
                "otherMails", new Items("other_mail o", "o.user_id", Map.of("", Column.address("o.mail_key"))),
                "proxyAddresses", new Items(ADDRESSES, "a.user_id", Map.of("", Column.address("a.mail_key").prefixed("smtp:"))),
                "businessPhones", Items.single("u.business_phone", Map.of("", Column.text("u.business_phone"))),
                "identities", Items.single("u.id", Map.of(
                        "signInType", Column.text("(" + SIGNS_IN_ELSEWHERE + "'federated' else 'userPrincipalName' end)"),
                        "issuer", Column.text("(" + SIGNS_IN_ELSEWHERE + "'mail' else '" + names.organization() + "' end)"),
                        "issuerAssignedId", Column.text("(" + SIGNS_IN_ELSEWHERE + "u.mail else u.user_principal_name end)"))),
                "groups", membership("group_member m", "m.user_id", "m.group_id"),
                "roles", membership("role_member m", "m.user_id", "m.role_id"),
                "sponsorOf", membership("sponsor s", "s.sponsor_id", "s.user_id"));
    }

    private static Items membership(String from, String owner, String of) {
        return new Items(from, owner, Map.of("", Column.id(of, false)));
    }

    static User user(ResultSet row, int number) throws SQLException {
        boolean guest = "Guest".equals(row.getString("user_type"));
        String name = row.getString("display_name");
        String address = row.getString("mail");
        String contact = row.getString("contact_mail");
        return new User(row.getObject("id", UUID.class), guest, row.getString("user_principal_name"), name == null ? address : name,
                contact == null ? address : contact, address, texts(row.getArray("other_mails")), profile(row),
                guest ? "ACCEPTED".equals(row.getString("external_state")) : null, guest ? GuestRow.instant(row, "state_changed_at") : null,
                GuestRow.instant(row, "created_at"), GuestRow.instant(row, "removed_at"), row.getBoolean("account_enabled"),
                row.getBoolean("in_address_list"));
    }

    private static User.Profile profile(ResultSet row) throws SQLException {
        return new User.Profile(row.getString("given_name"), row.getString("surname"), row.getString("job_title"), row.getString("company_name"),
                row.getString("department"), row.getString("office_location"), row.getString("mobile_phone"), row.getString("business_phone"),
                row.getString("preferred_language"), row.getString("usage_location"), row.getString("age_group"),
                row.getString("consent_for_minor"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }
}
