package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.installation.Program;
import java.net.URI;
import java.net.http.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** A program that calls the API with a token that lasts. */
final class InvitingProgram {

    private final Web web;
    private final String home;
    private final String token;

    /** @param home where the node is reached */
    InvitingProgram(Web web, String home) throws Exception {
        this.web = web;
        this.home = home;
        this.token = new Program(HttpClient.newHttpClient(), home).token();
    }

    /** @return the link of the invitation */
    String invite(String address) {
        return JsonPath.read(send("POST", "/v1.0/invitations", """
                {"invitedUserEmailAddress": "%s", "inviteRedirectUrl": "%s/myapps", "sendInvitationMessage": true}""".formatted(address, home))
                .require(201).body(), "$.inviteRedeemUrl");
    }

    Answer get(String path) {
        return send("GET", path, null).require(200);
    }

    private Answer send(String method, String path, String body) {
        var request = new HttpUriRequestBase(method, URI.create(home).resolve(path));
        request.setHeader("Authorization", "Bearer " + token);
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        return web.send(request);
    }
}
