package io.guestflow.directory;

import static io.guestflow.guest.Condition.ITSELF;
import static io.guestflow.guest.Condition.equal;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Compares;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Condition.Has;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Not;
import io.guestflow.guest.Condition.OneOf;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Page;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Register;
import io.guestflow.guest.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRegisterTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();
    private final Register<User> users = new SqlRegister<>(directory.jdbc(), UserTable.present(DirectoryDatabase.NAMES), UserTable::user);
    private final Register<User> removed = new SqlRegister<>(directory.jdbc(), UserTable.removed(DirectoryDatabase.NAMES), UserTable::user);

    @Test
    void tellsOfGuestsAndMembersInOneList() {
        UUID ada = directory.guest("Ada@Partner.example", "Ada", "ACTIVE", NOW);
        UUID grace = directory.member("Grace", "grace@contoso.example");
        directory.otherMail(ada, "ada@home.example");
        directory.otherMail(ada, "A.L@Partner.example");
        directory.set(ada, "job_title", "Analyst");

        assertThat(all(Condition.NONE)).containsExactlyInAnyOrder(ada, grace);
        User guest = users.findOne(equal("id", ada)).orElseThrow();
        assertThat(guest.isGuest()).isTrue();
        assertThat(guest.mail()).isEqualTo("Ada@Partner.example");
        assertThat(guest.otherMails()).containsExactly("A.L@Partner.example", "ada@home.example");
        assertThat(guest.profile().jobTitle()).isEqualTo("Analyst");
        assertThat(guest.hasAccepted()).isTrue();
        assertThat(guest.stateChangedAt()).isEqualTo(NOW);
        User member = users.findOne(equal("id", grace)).orElseThrow();
        assertThat(member.isGuest()).isFalse();
        assertThat(member.accepted()).isNull();
        assertThat(member.stateChangedAt()).isNull();
    }

    @Test
    void callsAGuestWithoutNameByTheAddress() {
        UUID nameless = directory.guest("Nemo@partner.example");

        assertThat(users.findOne(equal("displayName", "nemo@PARTNER.example")).orElseThrow().displayName()).isEqualTo("Nemo@partner.example");
        assertThat(all(equal("displayName", "nemo"))).isEmpty();
        assertThat(all(new Matches("displayName", Part.START, "NEMO"))).containsExactly(nameless);
    }

    @Test
    void showsRemovedGuestsAmongTheRemovedOnesOnly() {
        UUID gone = directory.guest("gone@partner.example", null, "REMOVED", NOW);
        directory.set(gone, "state_before_removal", "ACTIVE");
        UUID here = directory.guest("here@partner.example");

        assertThat(all(Condition.NONE)).containsExactly(here);
        assertThat(ids(removed.find(Listing.of(Condition.NONE, 10)))).containsExactly(gone);
        assertThat(removed.findOne(equal("externalUserState", "Accepted"))).isPresent();
        assertThat(users.findOne(equal("id", gone))).isEmpty();
    }

    @Test
    void findsAGuestByAnyOfTheAddresses() {
        UUID ada = directory.guest("ada@partner.example");
        directory.otherMail(ada, "Ada@Home.example");
        UUID alan = directory.guest("alan@partner.example");
        directory.set(alan, "contact_mail", "Turing@Partner.example");
        directory.set(alan, "contact_mail_key", "turing@partner.example");

        assertThat(all(known("ADA@partner.example"))).containsExactly(ada);
        assertThat(all(known("ada@home.example"))).containsExactly(ada);
        assertThat(all(known("turing@partner.example"))).containsExactly(alan);
        assertThat(all(known("alan@partner.example"))).as("written to at another address").isEmpty();
        assertThat(all(known("nobody@partner.example"))).isEmpty();
        assertThat(all(has("proxyAddresses", equal(ITSELF, "SMTP:ada@home.example")))).containsExactly(ada);
        assertThat(all(has("proxyAddresses", equal(ITSELF, "ada@home.example")))).isEmpty();
        assertThat(all(has("proxyAddresses", new Matches(ITSELF, Part.START, "smtp:tur")))).containsExactly(alan);
        assertThat(all(has("otherMails", new Matches(ITSELF, Part.END, "HOME.example")))).containsExactly(ada);
        assertThat(all(new Not(has("otherMails", Condition.NONE)))).containsExactly(alan);
    }

    @Test
    void looksAddressesUpInTheirIndexes() {
        for (int i = 0; i < 200; i++) {
            directory.guest("guest-" + i + "@partner.example");
        }
        String plan = plan(known("guest-7@partner.example"));

        assertThat(plan).contains("PUBLIC.OTHER_MAIL_BY_KEY", "PUBLIC.USER_BY_CONTACT").doesNotContain("tableScan");
        assertThat(plan(equal("userPrincipalName", "x#ext#@contoso.example"))).contains("USER_PRINCIPAL_NAME").doesNotContain("tableScan");
        assertThat(plan(equal("mail", "x@partner.example"))).contains("USER_BY_CONTACT").doesNotContain("tableScan");
        assertThat(plan(has("proxyAddresses", equal(ITSELF, "smtp:x@partner.example")))).contains("OTHER_MAIL_BY_KEY").doesNotContain("tableScan");
    }

    @Test
    void findsAUserByTheNameInAnySpelling() {
        UUID ada = directory.guest("ada@partner.example");

        assertThat(all(equal("userPrincipalName", "ADA_partner.example#ext#@CONTOSO.example"))).containsExactly(ada);
        assertThat(all(new Matches("userPrincipalName", Part.START, "ada_PARTNER.example#e"))).containsExactly(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Hara", "100%", "under_score", "wow!", "a\\b", "Zoë", "žluťoučký кот 猫", "\"quoted\"", "; drop table directory_user", ":p0", "?"})
    void takesEveryCharacterForItself(String name) {
        UUID named = directory.guest("named@partner.example", name, "PENDING", NOW);
        UUID other = directory.guest("other@partner.example", "Xyz 100x underXscore", "PENDING", NOW);

        assertThat(all(equal("displayName", name))).containsExactly(named);
        for (Part part : Part.values()) {
            assertThat(all(new Matches("displayName", part, name))).containsExactly(named);
        }
        assertThat(all(new OneOf("displayName", List.of(name, "nobody")))).containsExactly(named);
        assertThat(all(new Compares("displayName", Comparison.NOT_EQUAL, name))).containsExactly(other);
    }

    @Test
    void takesNothingForEqualToNothingOnly() {
        UUID without = directory.guest("a@partner.example");
        UUID with = directory.guest("b@partner.example");
        directory.set(with, "company_name", "Analytical");

        assertThat(all(equal("companyName", null))).containsExactly(without);
        assertThat(all(new Compares("companyName", Comparison.NOT_EQUAL, null))).containsExactly(with);
        assertThat(all(new Compares("companyName", Comparison.NOT_EQUAL, "other"))).containsExactlyInAnyOrder(with, without);
        assertThat(all(new Compares("companyName", Comparison.GREATER, null))).isEmpty();
        assertThat(all(new Compares("companyName", Comparison.GREATER, "A"))).containsExactly(with);
        assertThat(all(new Not(new Compares("companyName", Comparison.GREATER, "A")))).containsExactly(without);
        assertThat(all(new Not(equal("companyName", "ANALYTICAL")))).containsExactly(without);
        assertThat(all(new Not(new Matches("companyName", Part.ANYWHERE, "lyt")))).containsExactly(without);
        assertThat(all(new OneOf("companyName", Arrays.asList("x", null)))).containsExactly(without);
        assertThat(all(new Not(new OneOf("companyName", Arrays.asList("x", null))))).containsExactly(with);
        assertThat(all(new OneOf("companyName", List.of()))).isEmpty();
    }

    @Test
    void findsThoseWhoHaveNotAnsweredSinceLong() {
        UUID late = directory.guest("late@partner.example", null, "PENDING", NOW.minus(Duration.ofDays(60)));
        UUID declined = directory.guest("declined@partner.example", null, "DECLINED", NOW);
        UUID accepted = directory.guest("accepted@partner.example", null, "ACCEPTED", NOW);
        UUID member = directory.member("grace", null);

        Condition pending = equal("externalUserState", "pendingacceptance");
        assertThat(all(pending)).containsExactlyInAnyOrder(late, declined);
        assertThat(all(pending.and(new Compares("createdDateTime", Comparison.LESS_OR_EQUAL, NOW.minus(Duration.ofDays(30)))))).containsExactly(late);
        assertThat(all(equal("externalUserState", "Accepted"))).containsExactly(accepted);
        assertThat(all(equal("externalUserState", null))).containsExactly(member);
        assertThat(all(equal("externalUserState", "Whatever"))).isEmpty();
        assertThat(all(equal("userType", "guest").and(equal("creationType", "Invitation")))).containsExactlyInAnyOrder(late, declined, accepted);
        assertThat(all(new OneOf("userType", List.of("Member", "Alien")))).containsExactly(member);
        assertThat(all(new Compares("externalUserStateChangeDateTime", Comparison.GREATER_OR_EQUAL, NOW))).containsExactlyInAnyOrder(declined, accepted);
    }

    @Test
    void knowsHowUsersSignIn() {
        UUID pending = directory.guest("pending@partner.example");
        UUID accepted = directory.guest("accepted@partner.example", null, "ACTIVE", NOW);
        directory.set(accepted, "business_phone", "+49 30 1");

        assertThat(all(has("identities", equal("issuer", "mail").and(equal("issuerAssignedId", "Accepted@partner.example"))))).containsExactly(accepted);
        assertThat(all(has("identities", equal("issuer", "contoso.example")))).containsExactly(pending);
        assertThat(all(has("identities", equal("signInType", "federated")).or(equal("mail", "pending@partner.example"))))
                .containsExactlyInAnyOrder(pending, accepted);
        assertThat(all(has("businessPhones", new Matches(ITSELF, Part.START, "+49")))).containsExactly(accepted);
        assertThat(all(new Not(has("businessPhones", Condition.NONE)))).containsExactly(pending);
        directory.set(pending, "account_enabled", false);
        assertThat(all(equal("accountEnabled", false))).containsExactly(pending);
        assertThat(all(new Compares("accountEnabled", Comparison.NOT_EQUAL, false))).containsExactly(accepted);
    }

    @Test
    void takesWhatIsNoIdForNobodysId() {
        UUID ada = directory.guest("ada@partner.example");

        assertThat(all(equal("id", "ada"))).isEmpty();
        assertThat(all(new Compares("id", Comparison.NOT_EQUAL, "ada"))).containsExactly(ada);
        assertThat(all(new Compares("id", Comparison.GREATER, "ada"))).isEmpty();
        assertThat(all(new OneOf("id", List.of("ada", ada.toString())))).containsExactly(ada);
        assertThat(all(new Matches("id", Part.START, ada.toString().substring(0, 13)))).contains(ada);
    }

    @Test
    void refusesWhatNobodyCanBeToldApartBy() {
        assertThatThrownBy(() -> all(equal("favouriteColour", "blue"))).isInstanceOf(Refused.class).hasMessageContaining("favouriteColour");
        assertThatThrownBy(() -> all(has("favouriteColours", Condition.NONE))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> all(has("otherMails", equal("issuer", "x")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.find(new Listing(Condition.NONE, List.of(new Order("otherMails", false)), null, 10, false)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void listsTheMembersOfAGroup() {
        UUID group = directory.group("Suppliers");
        UUID in = directory.guest("in@partner.example");
        UUID gone = directory.guest("gone@partner.example", null, "REMOVED", NOW);
        directory.guest("out@partner.example");
        directory.join(group, in);
        directory.join(group, gone);

        assertThat(all(has("groups", equal(ITSELF, group)))).containsExactly(in);
        assertThat(users.count(has("groups", equal(ITSELF, group)))).isEqualTo(1);
    }

    @Test
    void sortsByAnythingInBothDirectionsWithNothingFirst() {
        UUID none = directory.guest("c@partner.example", "Same", "PENDING", NOW);
        UUID lower = directory.guest("b@partner.example", "same", "PENDING", NOW.plusSeconds(1));
        UUID upper = directory.guest("a@partner.example", "Other", "PENDING", NOW.plusSeconds(2));
        directory.set(lower, "company_name", "acme");
        directory.set(upper, "company_name", "Zulu");

        assertThat(walked(3, new Order("companyName", false))).containsExactly(none, lower, upper);
        for (int size : new int[] {1, 2, 3, 4}) {
            assertThat(walked(size, new Order("companyName", false))).containsExactly(none, lower, upper);
            assertThat(walked(size, new Order("companyName", true))).containsExactly(upper, lower, none);
            assertThat(walked(size, new Order("displayName", false), new Order("createdDateTime", true))).containsExactly(upper, lower, none);
            assertThat(walked(size, new Order("displayName", true), new Order("companyName", false))).containsExactly(none, lower, upper);
            assertThat(walked(size, new Order("displayName", true), new Order("companyName", true))).containsExactly(lower, none, upper);
            assertThat(walked(size, new Order("mail", false))).containsExactly(upper, lower, none);
            assertThat(walked(size, new Order("accountEnabled", false), new Order("mail", true))).containsExactly(none, lower, upper);
            assertThat(walked(size, new Order("id", true))).containsExactlyElementsOf(
                    walked(10, new Order("id", false)).stream().sorted(Comparator.comparing(walked(10, new Order("id", false))::indexOf).reversed()).toList());
        }
    }

    @Test
    void showsEverybodyOnceWhoStaysWhileOthersComeAndGo() {
        List<UUID> staying = new ArrayList<>();
        List<UUID> leaving = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            (i % 3 == 0 ? leaving : staying).add(directory.guest("g%02d@partner.example".formatted(i), i % 2 == 0 ? null : "Name " + i % 4, "PENDING", NOW));
        }
        List<UUID> seen = new ArrayList<>();
        Listing.Place place = null;
        int round = 0;
        do {
            Page<User> page = users.find(new Listing(Condition.NONE, List.of(new Order("displayName", true)), place, 4, true));
            seen.addAll(ids(page));
            place = page.next();
            directory.guest("new-%02d@partner.example".formatted(round++), "A new one", "PENDING", NOW);
            UUID last = page.entries().get(page.entries().size() - 1).id();
            leaving.stream().filter(id -> id.equals(last) || seen.contains(id)).toList().forEach(directory::delete);
            if (staying.contains(last)) {
                directory.set(last, "display_name", "zz moved to the front");
            }
        } while (place != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void continuesBehindAGuestWhoIsGone() {
        directory.guest("a@partner.example");
        UUID last = directory.guest("b@partner.example");
        UUID next = directory.guest("c@partner.example");
        Page<User> page = users.find(new Listing(Condition.NONE, List.of(new Order("mail", false)), null, 2, true));
        directory.delete(last);

        Page<User> rest = users.find(new Listing(Condition.NONE, List.of(new Order("mail", false)), page.next(), 2, true));

        assertThat(page.count()).isEqualTo(3);
        assertThat(ids(rest)).containsExactly(next);
        assertThat(rest.next()).isNull();
        assertThat(rest.count()).isEqualTo(2);
    }

    @Test
    void readsAPageWithOneStatementAndACountWithAnother() {
        for (int i = 0; i < 50; i++) {
            directory.otherMail(directory.guest("guest-" + i + "@partner.example"), "other-" + i + "@home.example");
        }
        directory.statements();

        users.find(new Listing(Condition.NONE, List.of(), null, 40, false));
        assertThat(directory.statements()).isEqualTo(1);
        users.find(new Listing(Condition.NONE, List.of(), null, 40, true));
        assertThat(directory.statements()).isEqualTo(2);
    }

    private static Condition known(String address) {
        return equal("mail", address).or(has("otherMails", equal(ITSELF, address))).or(has("proxyAddresses", equal(ITSELF, "SMTP:" + address)));
    }

    private static Condition has(String collection, Condition item) {
        return new Has(collection, item);
    }

    private List<UUID> all(Condition condition) {
        List<UUID> found = ids(users.find(Listing.of(condition, 100)));
        assertThat(users.count(condition)).isEqualTo(found.size());
        return found;
    }

    private List<UUID> walked(int size, Order... orders) {
        var seen = new ArrayList<UUID>();
        Listing.Place place = null;
        do {
            Page<User> page = users.find(new Listing(Condition.NONE, List.of(orders), place, size, false));
            seen.addAll(ids(page));
            place = page.next();
        } while (place != null);
        return seen;
    }

    private static List<UUID> ids(Page<User> page) {
        return page.entries().stream().map(User::id).toList();
    }

    private String plan(Condition condition) {
        var parameters = new Parameters();
        String sql = "explain select u.id from directory_user u where " + new ConditionSql(UserTable.present(DirectoryDatabase.NAMES), parameters).of(condition);
        return directory.jdbc().sql(sql).params(parameters.values()).query(String.class).single();
    }
}
