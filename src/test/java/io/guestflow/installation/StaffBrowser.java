package io.guestflow.installation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the staff at a browser, which holds cookies of a host, whichever of its ports set them. */
final class StaffBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient web;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String formToken;

    StaffBrowser(HttpClient web) {
        this.web = web;
    }

    /** @return whether it went well */
    boolean signIn(String home, String user, String password) throws IOException, InterruptedException {
        get(home + "/login");
        HttpResponse<String> answer = post(home + "/login", Map.of("username", user, "password", password));
        return answer.statusCode() == 302 && !answer.headers().firstValue("Location").orElseThrow().contains("error");
    }

    HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(page)).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    HttpResponse<String> post(String page, Map<String, String> fields) throws IOException, InterruptedException {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", formToken);
        return send(HttpRequest.newBuilder(URI.create(page)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /** As the scripts of Camunda's web applications do it, with their own token. */
    HttpResponse<String> postJson(String address, String header, String token, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json").header(header, token)
                .POST(BodyPublishers.ofString(json)));
    }

    /** Empty if the browser has none of this name. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = web.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        Matcher field = FORM_TOKEN.matcher(answer.body());
        if (field.find()) {
            formToken = field.group(1);
        }
        return answer;
    }
}
