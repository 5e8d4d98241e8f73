package io.guestflow.graph;

import static io.guestflow.AccessTokens.tokenOf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.guest.Answers;
import io.guestflow.guest.Condition;
import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.InvitationRequest;
import io.guestflow.guest.Onboarding;
import io.guestflow.guest.Register;
import io.guestflow.guest.Reviews;
import io.guestflow.guest.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A program that may do everything, guests for it to change, and a look into the tables. */
class Api {

    private final MockMvc web;
    private final Onboarding onboarding;
    private final Reviews reviews;
    private final Directory directory;
    private final Register<User> userRegister;
    private final JdbcClient jdbc;
    private final RequestPostProcessor token;

    Api(MockMvc web, Onboarding onboarding, Reviews reviews, Directory directory, Register<User> userRegister, JdbcClient jdbc) {
        this.web = web;
        this.onboarding = onboarding;
        this.reviews = reviews;
        this.directory = directory;
        this.userRegister = userRegister;
        this.jdbc = jdbc;
        this.token = tokenOf(web, "directory-app");
    }

    Answer get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    Answer post(String path, String body) {
        return call(HttpMethod.POST, path, body);
    }

    Answer patch(String path, String body) {
        return call(HttpMethod.PATCH, path, body);
    }

    Answer delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    /** @param body JSON, which tests without quotes in it write with single ones */
    private Answer call(HttpMethod method, String path, String body) {
        var call = request(method, URI.create("/v1.0" + path)).with(token);
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).content(body.contains("\"") ? body : body.replace('\'', '"'));
        }
        try {
            return new Answer(web.perform(call).andReturn().getResponse());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    Guest pendingGuest() {
        return read(onboarding.invite(new InvitationRequest("Ada Lovelace", UUID.randomUUID() + "@partner.example", null, List.of(), List.of(), false, null,
                List.of(), "en", null, null, null)));
    }

    Guest activeGuest() {
        Guest guest = pendingGuest();
        reviews.accept(directory.find(guest.id()).orElseThrow(), new Answers("{}", "0".repeat(64), Locale.ENGLISH, Instant.now()));
        return read(guest.id());
    }

    Guest read(GuestId id) {
        return directory.find(id).orElseThrow();
    }

    User user(UUID id) {
        return userRegister.findOne(Condition.equal("id", id)).orElseThrow();
    }

    /** The id of a new group. */
    String group() {
        return post("/groups", "{'displayName': 'Group %s'}".formatted(UUID.randomUUID())).text("$.id");
    }

    /** The id of a new app. */
    String app() {
        return post("/servicePrincipals", "{'displayName': 'App %s', 'homepage': 'https://app.example/'}".formatted(UUID.randomUUID())).text("$.id");
    }

    /** A reference to the guest's user, as scripts write it. */
    static String reference(Object id) {
        return "{'@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/%s'}".formatted(id);
    }

    int count(String rows, Object... parameters) {
        return jdbc.sql("select count(*) from " + rows).params(List.of(parameters)).query(Integer.class).single();
    }

    Object value(String column, UUID user) {
        return jdbc.sql("select " + column + " from directory_user where id = ?").param(user).query().singleRow().get(column);
    }

    /** The activities that the audit trail has of a user, in their order, with their objects or details. */
    List<String> audit(UUID user) {
        return jdbc.sql("select activity, object_id, detail from audit_entry where target_id = ? and actor = 'directory-app' order by at").param(user)
                .query((row, number) -> row.getString(1) + (row.getString(2) == null ? "" : " " + row.getString(2))
                        + (row.getString(3) == null ? "" : " " + row.getString(3))).list();
    }

    /** What came back. */
    record Answer(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        <T> T text(String path) {
            return JsonPath.read(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8), path);
        }

        String message() {
            return text("$.error.message");
        }

        String reason() {
            return text("$.error.innerError.code");
        }
    }
}
