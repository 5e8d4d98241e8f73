package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.GuestflowTest;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.GuestState;
import io.guestflow.guest.Letters;
import java.net.URI;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GuestflowTest
class InvitationsApiTest {

    private static final String APP = "http://localhost:8080/welcome";

    private final String address = "ada+" + UUID.randomUUID() + "@analytical.example";
    @Autowired
    private MockMvc web;
    @Autowired
    private Directory directory;
    @Autowired
    private Letters letters;

    @Test
    void inviteWithTheSmallestRequestAsMicrosoftGraphDoes() throws Exception {
        invite("").andExpect(status().isCreated())
                .andExpect(jsonPath("$['@odata.context']").value("http://localhost:8080/v1.0/$metadata#invitations/$entity"))
                .andExpect(jsonPath("$.inviteRedeemUrl", startsWith("http://localhost:8080/redeem/")))
                .andExpect(jsonPath("$.invitedUserDisplayName", nullValue())).andExpect(jsonPath("$.invitedUserType").value("Guest"))
                .andExpect(jsonPath("$.invitedUserEmailAddress").value(address)).andExpect(jsonPath("$.sendInvitationMessage").value(false))
                .andExpect(jsonPath("$.resetRedemption").value(false)).andExpect(jsonPath("$.inviteRedirectUrl").value(APP))
                .andExpect(jsonPath("$.status").value("PendingAcceptance")).andExpect(jsonPath("$.statusDetail", nullValue()))
                .andExpect(jsonPath("$.invitedUserMessageInfo.messageLanguage").value("en"))
                .andExpect(jsonPath("$.invitedUserMessageInfo.customizedMessageBody", nullValue()))
                .andExpect(jsonPath("$.invitedUserMessageInfo.ccRecipients[0].emailAddress.address", nullValue()))
                .andExpect(jsonPath("$.invitedUser.userPrincipalName").value(address.replace('@', '_') + "#EXT#@contoso.example"));

        assertThat(guest().state()).isEqualTo(GuestState.PENDING);
        assertThat(guest().invitation().client()).isEqualTo("inviting-app");
        assertThat(letters.of(guest().id())).isEmpty();
    }

    @Test
    void inviteWithEverythingThatCanBeSaid() throws Exception {
        invite("""
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

        assertThat(letters.of(guest().id())).hasSize(1);
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
        String mail = property.equals("invitedUserEmailAddress") ? "" : ", \"invitedUserEmailAddress\": \"" + address + "\"";

        call("inviting-app", "{\"" + property + "\": " + value + others + mail + "}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error.innerError.code").value(code)).andExpect(jsonPath("$.error.message").value(sentence));

        assertThat(directory.findByAddress(EmailAddress.of(address))).isEmpty();
    }

    @Test
    void keepOneGuestAndOneLetterHoweverManyPostTheSameAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        List<Future<String>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Callable<String> one = () -> invite(", \"sendInvitationMessage\": true").andExpect(status().isCreated())
                        .andReturn().getResponse().getContentAsString();
                answers.add(pool.submit(one));
            }
            for (Future<String> answer : answers) {
                assertThat((String) JsonPath.read(answer.get(), "$.invitedUser.id")).isEqualTo(guest().id().toString());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(letters.of(guest().id())).hasSize(1);
    }

    @Test
    void answerTheSameWhenAProgramIsNotSureOfTheFirstTime() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = repeat(key, "").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();

        assertThat(repeat(key, "").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString()).isEqualTo(first);
        repeat(key, ", \"sendInvitationMessage\": true").andExpect(status().isConflict())
                .andExpect(jsonPath("$.error.innerError.code").value("idempotency-key-reused"));
        assertThat(letters.of(guest().id())).isEmpty();
    }

    @Test
    void tellThatTheAddressIsTaken() throws Exception {
        call("inviting-app", """
                {"invitedUserEmailAddress": "admin@contoso.example", "inviteRedirectUrl": "%s"}
                """.formatted(APP)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.error.innerError.code").value("address-of-member"))
                .andExpect(jsonPath("$.error.message", startsWith("invitedUserEmailAddress: ")));
    }

    @Test
    void areNotForTheAddressAtWhichAnotherGuestIsWrittenTo() throws Exception {
        call("directory-app", body("charles." + address, "")).andExpect(status().isCreated());
        String charles = directory.findByAddress(EmailAddress.of("charles." + address)).orElseThrow().id().toString();
        web.perform(patch("/v1.0/users/" + charles).with(tokenOf(web, "directory-app")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"mail\": \"" + address + "\"}")).andExpect(status().isNoContent());

        invite("").andExpect(status().isConflict()).andExpect(jsonPath("$.error.innerError.code").value("address-taken"));
    }

    @Test
    void areSentAgainByTheirInviterOnly() throws Exception {
        String id = id(invite(""));

        web.perform(post("/v1.0/invitations/" + id + "/resend").with(tokenOf(web, "directory-app"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value("sentAgain"));
        web.perform(post("/v1.0/invitations/" + id + "/resend").with(tokenOf(web, "inviting-app"))).andExpect(status().isOk())
                .andExpect(jsonPath("$['@odata.context']", endsWith("$metadata#Edm.String")));
        web.perform(post("/v1.0/invitations/" + id + "/resend").with(tokenOf(web, "reading-app"))).andExpect(status().isForbidden());
        String foreign = id(call("directory-app", body("of-another." + address, "")));
        web.perform(post("/v1.0/invitations/" + foreign + "/resend").with(tokenOf(web, "inviting-app"))).andExpect(status().isNotFound());
    }

    @Test
    void areShownWithoutTheirLinkToWhoeverMayRead() throws Exception {
        String id = id(invite(", \"sendInvitationMessage\": true"));

        show("reading-app", "/" + id).andExpect(status().isOk()).andExpect(jsonPath("$.invitedUserEmailAddress").value(address))
                .andExpect(jsonPath("$.inviteRedeemUrl").doesNotExist()).andExpect(jsonPath("$.sendInvitationMessage").value(true))
                .andExpect(jsonPath("$.invitedUser.userPrincipalName", endsWith("#EXT#@contoso.example")));
        show("inviting-app", "/" + id).andExpect(status().isOk());
        String foreign = id(call("directory-app", body("of-another." + address, "")));
        show("inviting-app", "/" + foreign).andExpect(status().isNotFound());
        show("reading-app", "/" + foreign).andExpect(status().isOk());
    }

    @Test
    void areListedByStatusAndAddress() throws Exception {
        String pending = id(invite(""));
        String withdrawn = id(call("inviting-app", body("withdrawn." + address, "")));
        web.perform(delete("/v1.0/invitations/" + withdrawn).with(tokenOf(web, "inviting-app"))).andExpect(status().isNoContent());

        show("inviting-app", "?$filter=invitedUserEmailAddress eq '" + address + "' and status eq 'PendingAcceptance'&$count=true")
                .andExpect(status().isOk()).andExpect(jsonPath("$['@odata.count']").value(1)).andExpect(jsonPath("$.value[0].id").value(pending));
        show("inviting-app", "?$filter=endsWith(invitedUserEmailAddress,'" + address + "') and status eq 'Error'").andExpect(status().isOk())
                .andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].statusDetail").value("withdrawn"));
        show("inviting-app", "?$filter=favouriteColour eq 'mauve'").andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "roles"})
    void giveOnlyWhatTheScopesOfTheProgramLetItGive(String property) throws Exception {
        String body = body(address, ", \"" + property + "\": [\"7f0a2c4e-0000-4000-8000-000000000001\"]");

        call("inviting-app", body).andExpect(status().isForbidden()).andExpect(jsonPath("$.error.innerError.code").value("not-allowed"))
                .andExpect(jsonPath("$.error.message").value(property + ": The caller's scopes do not allow this."));
        call("directory-app", body).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error.innerError.code").value("unknown-" + property))
                .andExpect(jsonPath("$.error.message").value(property + ": One of the chosen " + property + " does not exist (any more)."));
        assertThat(directory.findByAddress(EmailAddress.of(address))).isEmpty();
    }

    @Test
    void areNotRepeatedForAGuestWhoIsGoneForGood() throws Exception {
        MockHttpServletRequestBuilder again = post("/v1.0/invitations").header("Idempotency-Key", address).with(tokenOf(web, "inviting-app"))
                .contentType(MediaType.APPLICATION_JSON).content(body(address, ""));
        web.perform(again).andExpect(status().isCreated());
        GuestId guest = guest().id();
        for (String removed : new String[] {"/v1.0/users/", "/v1.0/directory/deletedItems/"}) {
            web.perform(delete(removed + guest).with(tokenOf(web, "directory-app"))).andExpect(status().isNoContent());
        }

        web.perform(again).andExpect(status().isConflict()).andExpect(jsonPath("$.error.innerError.code").value("invitation-gone"));
    }

    @Test
    void listOnlyTheirOwnToAProgramThatMayOnlyInvite() throws Exception {
        invite("");
        call("directory-app", body("of-another." + address, "")).andExpect(status().isCreated());

        show("inviting-app", "?$filter=contains(invitedUserEmailAddress,'" + address + "')").andExpect(jsonPath("$.value.length()").value(1));
        show("reading-app", "?$filter=contains(invitedUserEmailAddress,'" + address + "')&$top=1").andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$['@odata.nextLink']", startsWith("http://localhost:8080/v1.0/invitations?$skiptoken=")));
    }

    @Test
    void areWithdrawnOnceAndTheGuestIsGone() throws Exception {
        String id = id(invite(", \"sendInvitationMessage\": true"));

        web.perform(delete("/v1.0/invitations/" + id).with(tokenOf(web, "inviting-app"))).andExpect(status().isNoContent());

        assertThat(guest().state()).isEqualTo(GuestState.REMOVED);
        web.perform(delete("/v1.0/invitations/" + id).with(tokenOf(web, "inviting-app"))).andExpect(status().isConflict());
        web.perform(delete("/v1.0/invitations/" + UUID.randomUUID()).with(tokenOf(web, "inviting-app"))).andExpect(status().isNotFound());
    }

    @Test
    void giveAPendingGuestALinkOfANewGenerationWhenItsRedemptionIsReset() throws Exception {
        String first = invite("").andReturn().getResponse().getContentAsString();
        String reset = ", \"resetRedemption\": true, \"invitedUser\": {\"@odata.type\": \"#microsoft.graph.user\", \"id\": \"%s\"}"
                .formatted(guest().id());
        String second = call("directory-app", body(address, reset)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.resetRedemption").value(true)).andExpect(jsonPath("$.invitedUser.id").value(guest().id().toString()))
                .andReturn().getResponse().getContentAsString();

        assertThat((String) JsonPath.read(second, "$.inviteRedeemUrl")).isNotEqualTo(JsonPath.read(first, "$.inviteRedeemUrl"));
        call("inviting-app", body(address, reset)).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error.innerError.code").value("not-allowed"));
    }

    private ResultActions invite(String more) throws Exception {
        return call("inviting-app", body(address, more));
    }

    private static String body(String address, String more) {
        return "{\"invitedUserEmailAddress\": \"" + address + "\", \"inviteRedirectUrl\": \"" + APP + "\"" + more + "}";
    }

    private ResultActions show(String client, String path) throws Exception {
        return web.perform(get(URI.create("/v1.0/invitations" + path.replace("+", "%2B").replace(" ", "%20"))).with(tokenOf(web, client)));
    }

    private ResultActions repeat(String key, String more) throws Exception {
        return web.perform(post("/v1.0/invitations").with(tokenOf(web, "inviting-app")).header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON).content(body(address, more)));
    }

    private ResultActions call(String client, String body) throws Exception {
        return web.perform(post("/v1.0/invitations").with(tokenOf(web, client)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.id");
    }

    private Guest guest() {
        return directory.findByAddress(EmailAddress.of(address)).orElseThrow();
    }
}
