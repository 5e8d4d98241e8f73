package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** A user administrator who opens the filters of Tasklist, by the requests that Tasklist makes. */
final class Clerk {

    static final String PASSWORD = "Benchmark-2026-password";
    private static final String NAME = "clerk";
    private static final String HAL = "application/hal+json";

    private final Web web;
    private final String home;

    /** Who was employed in this installation or one that it is a copy of. */
    Clerk(Web web, String home) {
        this.web = web;
        this.home = home;
    }

    /** Makes the account, with the rights of a user administrator. */
    void employ() {
        send("admin", "POST", "/user/create", """
                {"profile": {"id": "%s", "firstName": "Kim", "lastName": "Clerk", "email": "kim@contoso.example"},
                 "credentials": {"password": "%s"}}""".formatted(NAME, PASSWORD)).require(204);
        send("admin", "PUT", "/group/user-administrators/members/" + NAME, "{}").require(204);
    }

    /** How a user of the staff signs in to the engine's API. */
    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** The filters that the clerk sees: names and ids. */
    Map<String, String> filters() {
        List<Map<String, String>> filters = JsonPath.read(send(NAME, "GET", "/filter?resourceType=Task", null).require(200).body(), "$");
        var byName = new LinkedHashMap<String, String>();
        filters.forEach(filter -> byName.put(filter.get("name"), filter.get("id")));
        return byName;
    }

    /** Of a filter: the one whose tasks are those of everybody who waits counts them all. */
    static Reach reach(String filter) {
        return filter.equals("Waiting for guests") ? Reach.ALL : Reach.FEW;
    }

    /** The first page of the list, newest first, with the number of all tasks. */
    void open(String filter) {
        send(NAME, "POST", "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}").require(200);
    }

    private Answer send(String user, String method, String path, String body) {
        var request = new HttpUriRequestBase(method, URI.create(home + "/engine-rest" + path));
        request.setHeader("Authorization", basic(user));
        request.setHeader("Accept", path.contains("/list") ? HAL : ContentType.APPLICATION_JSON.getMimeType());
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        return web.send(request);
    }
}
