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
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A guest who follows the link, reads the code in the mail and answers; the cookies are kept here, the connections are the client's. Each
 * comes from an address of its own, as a proxy tells it.
 */
public final class GuestBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** Where those are sent who have no session. */
    private static final String SIGN_IN = "/myapps";
    private static final int MOST_TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient web;
    private final Spool mail;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String home = "10." + IntStream.range(0, 3).mapToObj(part -> String.valueOf(ThreadLocalRandom.current().nextInt(1, 255)))
            .collect(Collectors.joining("."));
    private String formToken;

    /** @param web follows no redirects and keeps no cookies, so that many guests share its connections */
    public GuestBrowser(HttpClient web, Spool mail) {
        this.web = web;
        this.mail = mail;
    }

    /** Signs in again if the session is over by the clock of the node that is asked. @return whether the answer was taken; false if the invitation is over */
    public boolean accept(String link, String address) throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES && signIn(link, address); tries++) {
            HttpResponse<String> answer = post(URI.create(link).resolve("/review/accept"), Map.of("answers", "{}"));
            if (answer.statusCode() != 302 || !location(answer).equals(SIGN_IN)) {
                return answer.statusCode() == 302;
            }
        }
        return false;
    }

    public boolean decline(String link, String address) throws IOException, InterruptedException {
        return signIn(link, address) && post(URI.create(link).resolve("/review/decline"), Map.of()).statusCode() == 200;
    }

    /** Comes as far as the page on which permissions are reviewed. */
    public boolean signIn(String link, String address) throws IOException, InterruptedException {
        URI invitation = URI.create(link);
        if (get(invitation).statusCode() != 200) {
            return false;
        }
        HttpResponse<String> code = post(URI.create(link + "/code"), Map.of());
        if (code.statusCode() != 302) {
            return false;
        }
        URI challenge = invitation.resolve(location(code));
        get(challenge);
        HttpResponse<String> entered = post(challenge, Map.of("code", mail.codeFor(address, challenge.getPath().replaceFirst(".*/", ""))));
        return entered.statusCode() == 302 && get(invitation.resolve(location(entered))).statusCode() == 200;
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page).GET());
    }

    private HttpResponse<String> post(URI page, Map<String, String> fields) throws IOException, InterruptedException {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", formToken);
        return send(HttpRequest.newBuilder(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = web.send(request.header("X-Forwarded-For", home).timeout(PATIENCE).build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        Matcher field = FORM_TOKEN.matcher(answer.body());
        if (field.find()) {
            formToken = field.group(1);
        }
        return answer;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
