package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static io.guestflow.graph.InvitingApps.APP;
import static io.guestflow.graph.InvitingApps.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.GuestflowTest;
import io.guestflow.directory.DirectoryRows;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What programs ask for when they invite, and what they are answered. */
@GuestflowTest
class InvitationsApiTest {

    @Autowired
    private MockMvc web;
    @Autowired
    private Directory directory;
    @Autowired
    private Letters letters;
    private InvitingApps apps;

    @Autowired
    void furnish(AutowireCapableBeanFactory beans) {
        apps = beans.createBean(InvitingApps.class);
    }

    @Test
    void inviteWithTheSmallestRequestAsMicrosoftGraphDoes() throws Exception {
        apps.invite("").andExpect(status().isCreated())
                .andExpect(jsonPath("$['@odata.context']").value("http://localhost:8080/v1.0/$metadata#invitations/$entity"))
                .andExpect(jsonPath("$.inviteRedeemUrl", startsWith("http://localhost:8080/redeem/")))
                .andExpect(jsonPath("$.invitedUserDisplayName", nullValue())).andExpect(jsonPath("$.invitedUserType").value("Guest"))
                .andExpect(jsonPath("$.invitedUserEmailAddress").value(apps.address)).andExpect(jsonPath("$.sendInvitationMessage").value(false))
                .andExpect(jsonPath("$.resetRedemption").value(false)).andExpect(jsonPath("$.inviteRedirectUrl").value(APP))
                .andExpect(jsonPath("$.status").value("PendingAcceptance")).andExpect(jsonPath("$.statusDetail", nullValue()))
                .andExpect(jsonPath("$.invitedUserMessageInfo.messageLanguage").value("en"))
                .andExpect(jsonPath("$.invitedUserMessageInfo.customizedMessageBody", nullValue()))
                .andExpect(jsonPath("$.invitedUserMessageInfo.ccRecipients[0].emailAddress.address", nullValue()))
                .andExpect(jsonPath("$.invitedUser.userPrincipalName").value(apps.address.replace('@', '_') + "#EXT#@contoso.example"));

        assertThat(apps.guest().state()).isEqualTo(GuestState.PENDING);
        assertThat(apps.guest().invitation().client()).isEqualTo("inviting-app");
        assertThat(letters.of(apps.guest().id())).isEmpty();
    }

    @Test
    void eachOfSeveralWhoCameWithOneAddressAndHaveAnotherNowHasANameOfTheirOwn(@Autowired JdbcClient jdbc) throws Exception {
        var directoryRows = new DirectoryRows(jdbc);
        List<String> names = new ArrayList<>();
        for (int came = 0; came < 3; came++) {
            names.add(JsonPath.read(apps.invite("").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(),
                    "$.invitedUser.userPrincipalName"));
            UUID guest = apps.guest().id().value();
            directoryRows.set(guest, "mail", guest + "@analytical.example");
            directoryRows.set(guest, "mail_key", guest + "@analytical.example");
        }

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith(apps.address.replace('@', '_')));
    }

    @Test
    void inviteWithEverythingThatCanBeSaid() throws Exception {
        apps.invite("""
                , "invitedUserDisplayName": "Ada Lovelace", "invitedUserType": "guest", "sendInvitationMessage": true,
                "@odata.type": "#microsoft.graph.invitation", "expirationDateTime": "%s", "invitedUserMessageInfo": {
                  "messageLanguage": "de-AT", "customizedMessageBody": "Willkommen, \\"Ada\\"!", "ccRecipients": [
                  {"emailAddress": {"name": null, "address": null}}, {"emailAddress": {"name": "Bob", "address": "bob@contoso.example"}}]}"""
                .formatted(Instant.now().plus(Duration.ofDays(3))))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.invitedUserDisplayName").value("Ada Lovelace"))
                .andExpect(jsonPath("$.sendInvitationMessage").value(true))
                .andExpect(jsonPath("$.invitedUserMessageInfo.messageLanguage").value("de-AT"))
                .andExpect(jsonPath("$.invitedUserMessageInfo.customizedMessageBody").value("Willkommen, \"Ada\"!"))
                .andExpect(jsonPath("$.invitedUserMessageInfo.ccRecipients.length()").value(1))
                .andExpect(jsonPath("$.invitedUserMessageInfo.ccRecipients[0].emailAddress.address").value("bob@contoso.example"));

        assertThat(letters.of(apps.guest().id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "invitedUserEmailAddress | \"nobody\"                  | invalid-email        | invitedUserEmailAddress: This is not a mail address like name@example.org.",
        "inviteRedirectUrl       | null                        | missing-redirect-url | inviteRedirectUrl: An invitation says where the guest goes after accepting.",
        "inviteRedirectUrl       | \"//evil.example\"          | invalid-redirectUrl  | inviteRedirectUrl: Guests may not be taken to this address; an operator can allow its origin.",
        "inviteRedirectUrl       | \"javascript:alert(1)\"     | invalid-redirectUrl  | inviteRedirectUrl: Guests may not be taken to this address; an operator can allow its origin.",
        "invitedUserType         | \"Member\"                  | invalid-user-type    | invitedUserType: Only guests can be invited; members are users of Camunda.",
        "invitedUserSponsors     | [{\"id\": \"nobody\"}]      | invalid-sponsors     | invitedUserSponsors: This does not exist.",
        "expirationDateTime      | \"yesterday\"               | invalid-expiresAt    | expirationDateTime: This is not a date and time like 2030-01-31T12:00:00Z.",
        "resetRedemption         | true                        | reset-without-guest  | invitedUser: A redemption is reset with both resetRedemption and invitedUser.id, or with neither.",
        "favouriteColour         | \"mauve\"                   | unknown-property     | favouriteColour: There is no such property, or it cannot be set.",
        "status                  | \"Completed\"               | unknown-property     | status: There is no such property, or it cannot be set.",
        "sendInvitationMessage   | \"yes\"                     | wrong-type           | sendInvitationMessage: This has not the type that it needs."})
    void refuseInWordsThatNameTheProperty(String property, String value, String code, String sentence) throws Exception {
        String others = property.equals("inviteRedirectUrl") ? "" : ", \"inviteRedirectUrl\": \"" + APP + "\"";
        String mail = property.equals("invitedUserEmailAddress") ? "" : ", \"invitedUserEmailAddress\": \"" + apps.address + "\"";

        apps.call("inviting-app", "{\"" + property + "\": " + value + others + mail + "}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.innerError.code").value(code)).andExpect(jsonPath("$.error.message").value(sentence));

        assertThat(directory.findByAddress(EmailAddress.of(apps.address))).isEmpty();
    }

    @Test
    void keepOneGuestAndOneLetterHoweverManyPostTheSameAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        List<Future<String>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Callable<String> one = () -> apps.invite(", \"sendInvitationMessage\": true").andExpect(status().isCreated())
                        .andReturn().getResponse().getContentAsString();
                answers.add(pool.submit(one));
            }
            for (Future<String> answer : answers) {
                assertThat((String) JsonPath.read(answer.get(), "$.invitedUser.id")).isEqualTo(apps.guest().id().toString());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(letters.of(apps.guest().id())).hasSize(1);
    }

    @Test
    void answerTheSameWhenAProgramIsNotSureOfTheFirstTime() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = apps.repeat(key, "").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();

        assertThat(apps.repeat(key, "").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString()).isEqualTo(first);
        apps.repeat(key, ", \"sendInvitationMessage\": true").andExpect(status().isConflict())
                .andExpect(jsonPath("$.error.innerError.code").value("idempotency-key-reused"));
        assertThat(letters.of(apps.guest().id())).isEmpty();
    }

    @Test
    void tellThatTheAddressIsTaken() throws Exception {
        apps.call("inviting-app", """
                {"invitedUserEmailAddress": "admin@contoso.example", "inviteRedirectUrl": "%s"}
                """.formatted(APP)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.error.innerError.code").value("address-of-member"))
                .andExpect(jsonPath("$.error.message", startsWith("invitedUserEmailAddress: ")));
    }

    @Test
    void areNotForTheAddressAtWhichAnotherGuestIsWrittenTo() throws Exception {
        apps.call("directory-app", body("charles." + apps.address, "")).andExpect(status().isCreated());
        String charles = directory.findByAddress(EmailAddress.of("charles." + apps.address)).orElseThrow().id().toString();
        web.perform(patch("/v1.0/users/" + charles).with(tokenOf(web, "directory-app")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"mail\": \"" + apps.address + "\"}")).andExpect(status().isNoContent());

        apps.invite("").andExpect(status().isConflict()).andExpect(jsonPath("$.error.innerError.code").value("address-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "roles"})
    void giveOnlyWhatTheScopesOfTheProgramLetItGive(String property) throws Exception {
        String body = body(apps.address, ", \"" + property + "\": [\"7f0a2c4e-0000-4000-8000-000000000001\"]");

        apps.call("inviting-app", body).andExpect(status().isForbidden()).andExpect(jsonPath("$.error.innerError.code").value("not-allowed"))
                .andExpect(jsonPath("$.error.message").value(property + ": The caller's scopes do not allow this."));
        apps.call("directory-app", body).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.innerError.code").value("unknown-" + property))
                .andExpect(jsonPath("$.error.message").value(property + ": One of the chosen " + property + " does not exist (any more)."));
        assertThat(directory.findByAddress(EmailAddress.of(apps.address))).isEmpty();
    }

    @Test
    void giveAPendingGuestALinkOfANewGenerationWhenItsRedemptionIsReset() throws Exception {
        String first = apps.invite("").andReturn().getResponse().getContentAsString();
        String reset = ", \"resetRedemption\": true, \"invitedUser\": {\"@odata.type\": \"#microsoft.graph.user\", \"id\": \"%s\"}"
                .formatted(apps.guest().id());
        String second = apps.call("directory-app", body(apps.address, reset)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.resetRedemption").value(true)).andExpect(jsonPath("$.invitedUser.id").value(apps.guest().id().toString()))
                .andReturn().getResponse().getContentAsString();

        assertThat((String) JsonPath.read(second, "$.inviteRedeemUrl")).isNotEqualTo(JsonPath.read(first, "$.inviteRedeemUrl"));
        apps.call("inviting-app", body(apps.address, reset)).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error.innerError.code").value("not-allowed"));
    }
}
