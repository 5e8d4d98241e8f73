package io.guestflow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who calls over the wire and keeps cookies as a browser does. */
class Client {

    private static final HttpClient WIRE = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String pagesToken;
    private String portalToken;
    private String password;
    private String token;

    Client(int port) {
        server = "http://localhost:" + port;
    }

    Client withPagesToken(String shown) {
        pagesToken = shown;
        return this;
    }

    Client withPortalToken(String shown) {
        portalToken = shown;
        return this;
    }

    /** @param encoded as HTTP Basic has it; it is shown to the engine's REST API only, which alone takes it */
    Client withPassword(String encoded) {
        password = encoded;
        return this;
    }

    Client withToken(String shown) {
        token = shown;
        return this;
    }

    Client withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    String pagesToken() {
        return pagesToken;
    }

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    /** Calls with whatever this somebody has to show there, and with an empty object where there can be a body. */
    Answer call(String method, String path) {
        return call(method, path, "{}");
    }

    Answer call(String method, String path, String body) {
        var shown = new HashMap<String, String>();
        shown.put("Authorization", path.startsWith("/engine-rest") && password != null ? "Basic " + password : token == null ? null : "Bearer " + token);
        shown.put("X-CSRF-TOKEN", pagesToken);
        shown.put("X-XSRF-TOKEN", path.startsWith("/camunda") ? cookies.get("XSRF-TOKEN") : portalToken);
        return sendJson(method, path, body, shown);
    }

    /** As a page from elsewhere lets a browser do it: with the cookies and nothing else. */
    Answer callForged(String method, String path) {
        return sendJson(method, path, "{}", new HashMap<>());
    }

    private Answer sendJson(String method, String path, String body, Map<String, String> headers) {
        boolean mayHaveBody = !method.equals("GET") && !method.equals("DELETE");
        if (mayHaveBody) {
            headers.put("Content-Type", "application/json");
        }
        return send(method, path, mayHaveBody ? body : "", headers);
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.entrySet().stream().filter(header -> Objects.nonNull(header.getValue()))
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            var answer = Answer.of(WIRE.send(request.build(), BodyHandlers.ofString()));
            answer.cookies().forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The token against forged posts in the form of a page. */
    String formToken(String page) {
        Matcher field = FORM_TOKEN.matcher(get(page).body());
        if (!field.find()) {
            throw new IllegalStateException("no token in " + page);
        }
        return field.group(1);
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
