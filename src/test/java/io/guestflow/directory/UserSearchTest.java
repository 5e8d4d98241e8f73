package io.guestflow.directory;

import static io.guestflow.directory.ListedUsers.has;
import static io.guestflow.guest.Condition.ITSELF;
import static io.guestflow.guest.Condition.equal;
import static io.guestflow.guest.TestGuests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Compares;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Not;
import io.guestflow.guest.Condition.OneOf;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How users are found by what they are called, where they are written to, and what nobody has. */
@Tag("database")
class UserSearchTest {

    private final DirectoryDatabase directory = new DirectoryDatabase();
    private final ListedUsers users = ListedUsers.present(directory);

    @Test
    void findsAGuestByAnyOfTheAddresses() {
        UUID ada = directory.guest("ada@partner.example");
        directory.otherMail(ada, "Ada@Home.example");
        UUID alan = directory.guest("alan@partner.example");
        directory.set(alan, "contact_mail", "Turing@Partner.example");
        directory.set(alan, "contact_mail_key", "turing@partner.example");

        assertThat(users.all(known("ADA@partner.example"))).containsExactly(ada);
        assertThat(users.all(known("ada@home.example"))).containsExactly(ada);
        assertThat(users.all(known("turing@partner.example"))).containsExactly(alan);
        assertThat(users.all(known("alan@partner.example"))).as("written to at another address").isEmpty();
        assertThat(users.all(known("nobody@partner.example"))).isEmpty();
        assertThat(users.all(has("proxyAddresses", equal(ITSELF, "SMTP:ada@home.example")))).containsExactly(ada);
        assertThat(users.all(has("proxyAddresses", equal(ITSELF, "ada@home.example")))).isEmpty();
        assertThat(users.all(has("proxyAddresses", new Matches(ITSELF, Part.START, "smtp:tur")))).containsExactly(alan);
        assertThat(users.all(has("otherMails", new Matches(ITSELF, Part.END, "HOME.example")))).containsExactly(ada);
        assertThat(users.all(new Not(has("otherMails", Condition.NONE)))).containsExactly(alan);
    }

    @Test
    @Tag("same-on-every-database")
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

        assertThat(users.all(equal("userPrincipalName", "ADA_partner.example#ext#@CONTOSO.example"))).containsExactly(ada);
        assertThat(users.all(new Matches("userPrincipalName", Part.START, "ada_PARTNER.example#e"))).containsExactly(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Hara", "100%", "under_score", "wow!", "a\\b", "Zoë", "žluťoučký кот 猫", "\"quoted\"", "; drop table directory_user", ":p0", "?"})
    void takesEveryCharacterForItself(String name) {
        UUID named = directory.guest("named@partner.example", name, "PENDING", NOW);
        UUID other = directory.guest("other@partner.example", "Xyz 100x underXscore", "PENDING", NOW);

        assertThat(users.all(equal("displayName", name))).containsExactly(named);
        for (Part part : Part.values()) {
            assertThat(users.all(new Matches("displayName", part, name))).containsExactly(named);
        }
        assertThat(users.all(new OneOf("displayName", List.of(name, "nobody")))).containsExactly(named);
        assertThat(users.all(new Compares("displayName", Comparison.NOT_EQUAL, name))).containsExactly(other);
    }

    @Test
    void takesNothingForEqualToNothingOnly() {
        UUID without = directory.guest("a@partner.example");
        UUID with = directory.guest("b@partner.example");
        directory.set(with, "company_name", "Analytical");

        assertThat(users.all(equal("companyName", null))).containsExactly(without);
        assertThat(users.all(new Compares("companyName", Comparison.NOT_EQUAL, null))).containsExactly(with);
        assertThat(users.all(new Compares("companyName", Comparison.NOT_EQUAL, "other"))).containsExactlyInAnyOrder(with, without);
        assertThat(users.all(new Compares("companyName", Comparison.GREATER, null))).isEmpty();
        assertThat(users.all(new Compares("companyName", Comparison.GREATER, "A"))).containsExactly(with);
        assertThat(users.all(new Not(new Compares("companyName", Comparison.GREATER, "A")))).containsExactly(without);
        assertThat(users.all(new Not(equal("companyName", "ANALYTICAL")))).containsExactly(without);
        assertThat(users.all(new Not(new Matches("companyName", Part.ANYWHERE, "lyt")))).containsExactly(without);
        assertThat(users.all(new OneOf("companyName", Arrays.asList("x", null)))).containsExactly(without);
        assertThat(users.all(new Not(new OneOf("companyName", Arrays.asList("x", null))))).containsExactly(with);
        assertThat(users.all(new OneOf("companyName", List.of()))).isEmpty();
    }

    @Test
    void takesWhatIsNoIdForNobodysId() {
        UUID ada = directory.guest("ada@partner.example");

        assertThat(users.all(equal("id", "ada"))).isEmpty();
        assertThat(users.all(new Compares("id", Comparison.NOT_EQUAL, "ada"))).containsExactly(ada);
        assertThat(users.all(new Compares("id", Comparison.GREATER, "ada"))).isEmpty();
        assertThat(users.all(new OneOf("id", List.of("ada", ada.toString())))).containsExactly(ada);
        assertThat(users.all(new Matches("id", Part.START, ada.toString().substring(0, 13)))).contains(ada);
    }

    @Test
    void refusesWhatNobodyCanBeToldApartBy() {
        assertThatThrownBy(() -> users.all(equal("favouriteColour", "blue"))).isInstanceOf(Refused.class).hasMessageContaining("favouriteColour");
        assertThatThrownBy(() -> users.all(has("favouriteColours", Condition.NONE))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.all(has("otherMails", equal("issuer", "x")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> users.register().find(new Listing(Condition.NONE, List.of(new Order("otherMails", false)), null, 10, false)))
                .isInstanceOf(Refused.class);
    }

    private static Condition known(String address) {
        return equal("mail", address).or(has("otherMails", equal(ITSELF, address))).or(has("proxyAddresses", equal(ITSELF, "SMTP:" + address)));
    }

    private String plan(Condition condition) {
        var parameters = new Parameters();
        String sql = "explain select u.id from directory_user u where " + new ConditionSql(UserTable.present(DirectoryDatabase.NAMES), parameters).of(condition);
        return directory.jdbc().sql(sql).params(parameters.values()).query(String.class).single();
    }
}
