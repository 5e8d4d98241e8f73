package io.guestflow.directory;

import static io.guestflow.directory.ListedUsers.has;
import static io.guestflow.directory.ListedUsers.ids;
import static io.guestflow.guest.Condition.ITSELF;
import static io.guestflow.guest.Condition.equal;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Compares;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Not;
import io.guestflow.guest.Condition.OneOf;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Listing;
import io.guestflow.guest.User;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is in the list of users, and as what. */
@Tag("database")
class UserRegisterTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();
    private final ListedUsers users = ListedUsers.present(directory);
    private final ListedUsers removed = ListedUsers.removed(directory);

    @Test
    void tellsOfGuestsAndMembersInOneList() {
        UUID ada = directory.guest("Ada@Partner.example", "Ada", "ACTIVE", NOW);
        UUID grace = directory.member("Grace", "grace@contoso.example");
        directory.otherMail(ada, "ada@home.example");
        directory.otherMail(ada, "A.L@Partner.example");
        directory.set(ada, "job_title", "Analyst");

        assertThat(users.all(Condition.NONE)).containsExactlyInAnyOrder(ada, grace);
        User guest = users.only(equal("id", ada));
        assertThat(guest.isGuest()).isTrue();
        assertThat(guest.mail()).isEqualTo("Ada@Partner.example");
        assertThat(guest.otherMails()).containsExactly("A.L@Partner.example", "ada@home.example");
        assertThat(guest.profile().jobTitle()).isEqualTo("Analyst");
        assertThat(guest.hasAccepted()).isTrue();
        assertThat(guest.stateChangedAt()).isEqualTo(NOW);
        User member = users.only(equal("id", grace));
        assertThat(member.isGuest()).isFalse();
        assertThat(member.accepted()).isNull();
        assertThat(member.stateChangedAt()).isNull();
    }

    @Test
    void callsAGuestWithoutNameByTheAddress() {
        UUID nameless = directory.guest("Nemo@partner.example");

        assertThat(users.only(equal("displayName", "nemo@PARTNER.example")).displayName()).isEqualTo("Nemo@partner.example");
        assertThat(users.all(equal("displayName", "nemo"))).isEmpty();
        assertThat(users.all(new Matches("displayName", Part.START, "NEMO"))).containsExactly(nameless);
    }

    @Test
    void showsRemovedGuestsAmongTheRemovedOnesOnly() {
        UUID gone = directory.guest("gone@partner.example", null, "REMOVED", NOW);
        directory.set(gone, "state_before_removal", "ACTIVE");
        UUID here = directory.guest("here@partner.example");

        assertThat(users.all(Condition.NONE)).containsExactly(here);
        assertThat(ids(removed.register().find(Listing.of(Condition.NONE, 10)))).containsExactly(gone);
        assertThat(removed.register().findOne(equal("externalUserState", "Accepted"))).isPresent();
        assertThat(users.register().findOne(equal("id", gone))).isEmpty();
    }

    @Test
    void findsThoseWhoHaveNotAnsweredSinceLong() {
        UUID late = directory.guest("late@partner.example", null, "PENDING", NOW.minus(Duration.ofDays(60)));
        UUID declined = directory.guest("declined@partner.example", null, "DECLINED", NOW);
        UUID accepted = directory.guest("accepted@partner.example", null, "ACCEPTED", NOW);
        UUID member = directory.member("grace", null);

        Condition pending = equal("externalUserState", "pendingacceptance");
        assertThat(users.all(pending)).containsExactlyInAnyOrder(late, declined);
        assertThat(users.all(pending.and(new Compares("createdDateTime", Comparison.LESS_OR_EQUAL, NOW.minus(Duration.ofDays(30))))))
                .containsExactly(late);
        assertThat(users.all(equal("externalUserState", "Accepted"))).containsExactly(accepted);
        assertThat(users.all(equal("externalUserState", null))).containsExactly(member);
        assertThat(users.all(equal("externalUserState", "Whatever"))).isEmpty();
        assertThat(users.all(equal("userType", "guest").and(equal("creationType", "Invitation"))))
                .containsExactlyInAnyOrder(late, declined, accepted);
        assertThat(users.all(new OneOf("userType", List.of("Member", "Alien")))).containsExactly(member);
        assertThat(users.all(new Compares("externalUserStateChangeDateTime", Comparison.GREATER_OR_EQUAL, NOW)))
                .containsExactlyInAnyOrder(declined, accepted);
    }

    @Test
    void knowsHowUsersSignIn() {
        UUID pending = directory.guest("pending@partner.example");
        UUID accepted = directory.guest("accepted@partner.example", null, "ACTIVE", NOW);
        directory.set(accepted, "business_phone", "+49 30 1");

        assertThat(users.all(has("identities", equal("issuer", "mail").and(equal("issuerAssignedId", "Accepted@partner.example")))))
                .containsExactly(accepted);
        assertThat(users.all(has("identities", equal("issuer", "contoso.example")))).containsExactly(pending);
        assertThat(users.all(has("identities", equal("signInType", "federated")).or(equal("mail", "pending@partner.example"))))
                .containsExactlyInAnyOrder(pending, accepted);
        assertThat(users.all(has("businessPhones", new Matches(ITSELF, Part.START, "+49")))).containsExactly(accepted);
        assertThat(users.all(new Not(has("businessPhones", Condition.NONE)))).containsExactly(pending);
        directory.set(pending, "account_enabled", false);
        assertThat(users.all(equal("accountEnabled", false))).containsExactly(pending);
        assertThat(users.all(new Compares("accountEnabled", Comparison.NOT_EQUAL, false))).containsExactly(accepted);
    }

    @Test
    void listsTheMembersOfAGroup() {
        UUID group = directory.group("Suppliers");
        UUID in = directory.guest("in@partner.example");
        UUID gone = directory.guest("gone@partner.example", null, "REMOVED", NOW);
        directory.guest("out@partner.example");
        directory.join(group, in);
        directory.join(group, gone);

        assertThat(users.all(has("groups", equal(ITSELF, group)))).containsExactly(in);
        assertThat(users.register().count(has("groups", equal(ITSELF, group)))).isEqualTo(1);
    }
}
