package io.guestflow.installation;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A program that invites by the API, with a token that it asks for once. */
public final class Program {

    private static final String ID = "registration";
    private static final String SECRET = "a-secret-that-nobody-guesses-in-a-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient web;
    private final String home;
    private final String token;

    /** @param home where a node or the balancer before several of them is reached */
    public Program(HttpClient web, String home) throws IOException, InterruptedException {
        this.web = web;
        this.home = home;
        this.token = askForToken();
    }

    private Program(HttpClient web, String home, String token) {
        this.web = web;
        this.home = home;
        this.token = token;
    }

    /** The same program with the same token at another node. */
    public Program at(String otherHome) {
        return new Program(web, otherHome, token);
    }

    /** What a node has to be told about this program; it may do everything, and as often as it likes. */
    public static Map<String, String> settings() {
        return Map.of("guestflow.api.clients[0].id", ID, "guestflow.api.clients[0].secret", SECRET,
                "guestflow.api.clients[0].scopes", "User.Invite.All,User.Read.All,User.ReadWrite.All,Group.ReadWrite.All,Directory.Read.All,"
                        + "Directory.ReadWrite.All,AuditLog.Read.All", "guestflow.api.throttle.invitations", "1000000000",
                "guestflow.api.token-valid-for", "PT24H");
    }

    /** The access token, for other clients of the same program. */
    public String token() {
        return token;
    }

    /** @return the invitation, or empty if the answer is anything but 201 */
    public Optional<Invitation> invite(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/v1.0/invitations", """
                {"invitedUserEmailAddress": "%s", "inviteRedirectUrl": "%s/myapps", "sendInvitationMessage": true}""".formatted(address, home));
        return answer.statusCode() == 201 ? Optional.of(Invitation.of(address, answer.body())) : Optional.empty();
    }

    /** @param body JSON; null for none */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, Map.of());
    }

    /** @param headers beside those that every request has, as {@code Idempotency-Key} */
    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path)).timeout(PATIENCE).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return web.send(request.build(), BodyHandlers.ofString());
    }

    private String askForToken() throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes());
        return JsonPath.read(web.send(HttpRequest.newBuilder(URI.create(home + "/oauth2/token")).timeout(PATIENCE)
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build(), BodyHandlers.ofString()).body(), "$.access_token");
    }

    /** @param link where the letter leads */
    public record Invitation(String id, String guest, String address, String link) {

        /** @param body of the answer, 201 */
        public static Invitation of(String address, String body) {
            return new Invitation(JsonPath.read(body, "$.id"), JsonPath.read(body, "$.invitedUser.id"), address, JsonPath.read(body, "$.inviteRedeemUrl"));
        }
    }
}
