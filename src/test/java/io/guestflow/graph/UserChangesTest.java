package io.guestflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.guest.Guest;
import io.guestflow.guest.Members;
import io.guestflow.guest.StaffMember;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What programs change about guests and members who are there. */
@GuestflowTest
class UserChangesTest {

    @Autowired
    private Members members;
    private Api api;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        api = beans.createBean(Api.class);
    }

    @Test
    void tellsOfTheGuestWhatAScriptSends() {
        Guest guest = api.pendingGuest();

        var answer = api.patch("/users/" + guest.id(), """
                {'@odata.type': '#microsoft.graph.user', 'displayName': 'Countess of Lovelace', 'givenName': 'Ada', 'surname': 'Lovelace',
                 'companyName': 'Analytical Engines', 'department': 'Programs', 'jobTitle': 'Programmer', 'officeLocation': 'Attic',
                 'mobilePhone': '+44 1', 'businessPhones': ['+44 2'], 'preferredLanguage': 'en-gb', 'usageLocation': 'gb', 'ageGroup': 'Adult',
                 'consentProvidedForMinor': 'NotRequired', 'showInAddressList': true, 'userType': 'Guest'}""");

        assertThat(answer.status()).isEqualTo(204);
        var profile = api.user(guest.id().value());
        assertThat(profile).extracting("displayName", "profile.givenName", "profile.surname", "profile.companyName", "profile.department",
                "profile.jobTitle", "profile.officeLocation", "profile.mobilePhone", "profile.businessPhone", "profile.preferredLanguage",
                "profile.usageLocation").containsExactly("Countess of Lovelace", "Ada", "Lovelace", "Analytical Engines",
                "Programs", "Programmer", "Attic", "+44 1", "+44 2", "en-GB", "GB");
        assertThat(api.value("age_group", guest.id().value())).isEqualTo("Adult");
        assertThat(api.value("in_address_list", guest.id().value())).isEqualTo(true);
        assertThat(api.audit(guest.id().value())).singleElement().asString().startsWith("Update user displayName,givenName,surname,");
    }

    @Test
    void changesOnlyWhatWasSentAndClearsWhatIsNull() {
        Guest guest = api.pendingGuest();
        api.patch("/users/" + guest.id(), "{'givenName': 'Ada', 'jobTitle': 'Programmer', 'businessPhones': ['+44 2']}");

        assertThat(api.patch("/users/" + guest.id(), "{'jobTitle': null, 'businessPhones': []}").status()).isEqualTo(204);
        assertThat(api.patch("/users/" + guest.id(), "{}").status()).isEqualTo(204);

        assertThat(api.user(guest.id().value())).extracting("profile.givenName", "profile.jobTitle", "profile.businessPhone", "displayName")
                .containsExactly("Ada", null, null, "Ada Lovelace");
    }

    @Test
    void leavesTheGuestsStoryAloneSoThatAnAcceptanceInTheSameMomentCounts() {
        Guest guest = api.pendingGuest();

        api.patch("/users/" + guest.id(), "{'displayName': 'Countess of Lovelace', 'companyName': 'Analytical Engines'}");

        assertThat(api.read(guest.id()).version()).isEqualTo(guest.version());
        assertThat(api.read(guest.id()).name()).isEqualTo("Countess of Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%23EXT%23%40", "%23ext%23@", "%23Ext%23%40"})
    void findsTheGuestByThePrincipalName(String separator) {
        Guest guest = api.pendingGuest();
        String local = guest.address().key().replace('@', '_');
        String domain = api.user(guest.id().value()).principalName().replaceFirst(".*@", "");

        assertThat(api.patch("/users/" + local + separator + domain, "{'jobTitle': 'Programmer'}").status()).isEqualTo(204);
        assertThat(api.value("job_title", guest.id().value())).isEqualTo("Programmer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "displayName             | null            | This is needed and cannot be cleared.",
        "displayName             | ''              | This is needed and cannot be cleared.",
        "displayName             | 'a\\nb'         | This is one line without control characters.",
        "givenName               | 7               | This is a text.",
        "companyName             | ['a']           | This is a text.",
        "businessPhones          | ['1', '2']      | This holds at most one number.",
        "businessPhones          | '1'             | This is a list of texts.",
        "businessPhones          | [1]             | This is a list of texts.",
        "preferredLanguage       | 'no language'   | This is not a language like en or de-AT.",
        "usageLocation           | 'AUT'           | This is a country's code of two letters, like AT.",
        "ageGroup                | 'adult'         | This is one of Minor, NotAdult, Adult.",
        "consentProvidedForMinor | 'Yes'           | This is one of Granted, Denied, NotRequired.",
        "showInAddressList       | 'true'          | This is either true or false.",
        "accountEnabled          | null            | This is either true or false.",
        "mail                    | 'nobody'        | This is not a mail address like name@example.org.",
        "otherMails              | ['nobody']      | This is not a mail address like name@example.org.",
        "otherMails              | ['a@b.example', 'A@B.example'] | One address is there twice.",
        "userType                | 'Member'        | A guest stays a guest; members are added in Camunda Admin.",
        "id                      | 'x'             | There is no such property, or it cannot be set.",
        "userPrincipalName       | 'x'             | There is no such property, or it cannot be set.",
        "externalUserState       | 'Accepted'      | There is no such property, or it cannot be set.",
        "manager@odata.bind      | 'x'             | There is no such property, or it cannot be set."})
    void refusesWhatIsWrongAndNamesIt(String property, String value, String sentence) {
        Guest guest = api.pendingGuest();

        var answer = api.patch("/users/" + guest.id(), "{'jobTitle': 'Programmer', '%s': %s}".formatted(property, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(property + ": " + sentence);
        assertThat(api.value("job_title", guest.id().value())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"displayName, 256", "givenName, 64", "surname, 64", "companyName, 64", "department, 64", "jobTitle, 128", "officeLocation, 128",
        "mobilePhone, 64"})
    void keepsTheLimitsOfMicrosoftGraph(String property, int longest) {
        Guest guest = api.pendingGuest();

        assertThat(api.patch("/users/" + guest.id(), "{'%s': '%s'}".formatted(property, "x".repeat(longest))).status()).isEqualTo(204);
        assertThat(api.patch("/users/" + guest.id(), "{'%s': '%s'}".formatted(property, "x".repeat(longest + 1))).status()).isEqualTo(400);
    }

    @Test
    void writesToTheContactAddressUntilItIsCleared() {
        Guest guest = api.pendingGuest();
        String contact = UUID.randomUUID() + "@office.example";

        assertThat(api.patch("/users/" + guest.id(), "{'mail': '%s', 'otherMails': ['%s', 'b@b.example']}".formatted(contact, contact)).status())
                .isEqualTo(204);
        assertThat(api.user(guest.id().value())).satisfies(profile -> {
            assertThat(profile.mail()).isEqualTo(contact);
            assertThat(profile.otherMails()).containsExactlyInAnyOrder(contact, "b@b.example");
        });
        assertThat(api.read(guest.id()).address()).isEqualTo(guest.address());

        api.patch("/users/" + guest.id(), "{'mail': null, 'otherMails': []}");
        assertThat(api.user(guest.id().value())).satisfies(profile -> {
            assertThat(profile.mail()).isEqualTo(guest.address().value());
            assertThat(profile.otherMails()).isEmpty();
        });
    }

    @Test
    void givesNobodyTheAddressOfSomebodyElse() {
        Guest guest = api.pendingGuest();
        Guest other = api.pendingGuest();
        String contact = UUID.randomUUID() + "@office.example";
        api.patch("/users/" + other.id(), "{'mail': '%s'}".formatted(contact));

        for (String taken : new String[] {other.address().value(), contact.toUpperCase()}) {
            var answer = api.patch("/users/" + guest.id(), "{'mail': '%s'}".formatted(taken));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.reason()).isEqualTo("address-taken");
        }
    }

    @Test
    void takes250OtherMailsAndNoMore() {
        Guest guest = api.pendingGuest();
        String mails = "'m%d@many.example'";
        String most = IntStream.range(0, 250).mapToObj(mails::formatted).collect(Collectors.joining(","));

        assertThat(api.patch("/users/" + guest.id(), "{'otherMails': [%s]}".formatted(most)).status()).isEqualTo(204);
        assertThat(api.patch("/users/" + guest.id(), "{'otherMails': [%s, 'one@more.example']}".formatted(most)).status()).isEqualTo(400);
        assertThat(api.count("other_mail where user_id = ?", guest.id().value())).isEqualTo(250);
    }

    @Test
    void leavesToCamundaWhatMembersAreMirroredFrom() {
        UUID member = members.mirror(new StaffMember("grace-" + UUID.randomUUID(), "Grace Hopper", null));

        for (String mirrored : new String[] {"'displayName': 'G'", "'mail': 'g@contoso.example'", "'accountEnabled': false"}) {
            var answer = api.patch("/users/" + member, "{" + mirrored + "}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).endsWith("change it in Camunda Admin.");
        }
    }

    @Test
    void keepsWhatWasSetWhenAMemberIsMirroredAgain() {
        String staffId = "grace-" + UUID.randomUUID();
        UUID member = members.mirror(new StaffMember(staffId, "Grace Hopper", null));
        assertThat(api.patch("/users/" + member, "{'jobTitle': 'Rear admiral', 'otherMails': ['grace@navy.example']}").status()).isEqualTo(204);

        members.mirror(new StaffMember(staffId, "Grace B. Hopper", staffId + "@contoso.example"));

        assertThat(api.user(member)).satisfies(profile -> {
            assertThat(profile.displayName()).isEqualTo("Grace B. Hopper");
            assertThat(profile.profile().jobTitle()).isEqualTo("Rear admiral");
            assertThat(profile.otherMails()).containsExactly("grace@navy.example");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7f0a2c4e-0000-4000-8000-000000000001", "nobody@contoso.example", "x"})
    void knowsNoStranger(String stranger) {
        assertThat(api.patch("/users/" + stranger, "{'jobTitle': 'x'}").status()).isEqualTo(404);
        assertThat(api.delete("/users/" + stranger).message()).isEqualTo("There is no such user.");
    }
}
