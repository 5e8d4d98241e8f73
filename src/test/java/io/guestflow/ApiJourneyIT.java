package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A program invites, the guest accepts in a browser, and the program sees it and removes the guest again. */
class ApiJourneyIT extends InBrowser {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{4})\\s?(\\d{4})\\b");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address = "sam." + UUID.randomUUID() + "@partner.example";
    @Autowired
    private MockMvc web;

    @Test
    void programInvitesAGuestWhoAcceptsAndIsRemoved() throws Exception {
        String invitation = call("POST", "/invitations", """
                {"invitedUserEmailAddress": "%s", "inviteRedirectUrl": "%s/myapps", "sendInvitationMessage": true}""".formatted(address, HOME), 201);
        String user = "/users/" + JsonPath.read(invitation, "$.invitedUser.id");
        String state = user + "?$select=externalUserState";
        assertThat((String) JsonPath.read(call("GET", state, null, 200), "$.externalUserState")).isEqualTo("PendingAcceptance");

        accept(JsonPath.read(invitation, "$.inviteRedeemUrl"));

        assertThat((String) JsonPath.read(call("GET", state, null, 200), "$.externalUserState")).isEqualTo("Accepted");
        String id = JsonPath.read(invitation, "$.id");
        assertThat((String) JsonPath.read(call("GET", "/invitations/" + id, null, 200), "$.status")).isEqualTo("Completed");
        call("DELETE", user, null, 204);
        call("GET", user, null, 404);
        assertThat(activities(user.replace("/users/", ""))).contains("Invite external user", "Redeem external user invite", "Delete user");
    }

    private void accept(String link) {
        Page guest = browser.visitor(1000, 860).newPage();
        guest.navigate(link);
        press(guest, "Email me a code");
        String challenge = guest.url();
        Matcher code = CODE.matcher(openLetter(guest, address, "[Cc]ode").locator("body").innerText());
        assertThat(code.find()).isTrue();
        guest.navigate(challenge);
        guest.getByLabel("Code").fill(code.group(1) + code.group(2));
        press(guest, "Continue");
        press(guest, "Accept");
        assertThat(guest).hasURL(HOME + "/myapps");
    }

    private List<String> activities(String user) throws Exception {
        return JsonPath.read(call("GET", "/auditLogs/directoryAudits?$filter=targetResources/any(t:%20t/id%20eq%20'" + user + "')", null, 200),
                "$.value[*].activityDisplayName");
    }

    private String call(String method, String path, String body, int expected) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HOME + "/v1.0" + path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + AccessTokens.of(web, "directory-app"))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }
}
