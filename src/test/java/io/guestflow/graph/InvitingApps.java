package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.guest.Directory;
import io.guestflow.guest.EmailAddress;
import io.guestflow.guest.Guest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Programs that invite one guest, for an app that the guest is led to, and what they are told of the invitations. */
class InvitingApps {

    static final String APP = "http://localhost:8080/welcome";

    final String address = "ada+" + UUID.randomUUID() + "@analytical.example";

    private final MockMvc web;
    private final Directory directory;

    InvitingApps(MockMvc web, Directory directory) {
        this.web = web;
        this.directory = directory;
    }

    /** The app that may do no more than invite asks for the guest. */
    ResultActions invite(String more) throws Exception {
        return call("inviting-app", body(address, more));
    }

    /** As {@link #invite}, under a key by which the program can ask once more. */
    ResultActions repeat(String key, String more) throws Exception {
        return web.perform(post("/v1.0/invitations").with(tokenOf(web, "inviting-app")).header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON).content(body(address, more)));
    }

    ResultActions call(String client, String body) throws Exception {
        return web.perform(post("/v1.0/invitations").with(tokenOf(web, client)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    ResultActions show(String client, String path) throws Exception {
        return web.perform(get(URI.create("/v1.0/invitations" + path.replace("+", "%2B").replace(" ", "%20"))).with(tokenOf(web, client)));
    }

    ResultActions resend(String client, String id) throws Exception {
        return web.perform(post("/v1.0/invitations/" + id + "/resend").with(tokenOf(web, client)));
    }

    ResultActions remove(String client, String path) throws Exception {
        return web.perform(delete("/v1.0/" + path).with(tokenOf(web, client)));
    }

    Guest guest() {
        return directory.findByAddress(EmailAddress.of(address)).orElseThrow();
    }

    static String body(String address, String more) {
        return "{\"invitedUserEmailAddress\": \"" + address + "\", \"inviteRedirectUrl\": \"" + APP + "\"" + more + "}";
    }

    static String id(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.id");
    }
}
