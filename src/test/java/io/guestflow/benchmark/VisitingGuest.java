package io.guestflow.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * A guest at a browser without pictures, behind the proxy that the README shows: few connections for all, and the address of each guest in
 * a header, because every address may ask for few codes a minute.
 */
final class VisitingGuest {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Web web;
    private final URI link;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String formToken;
    private URI challenge;

    /** @param number of this guest among all, from which the address is made */
    VisitingGuest(Web web, String link, int number) {
        this.web = web;
        this.link = URI.create(link);
        this.address = "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    /** Follows the link and asks for a code. */
    void askForCode() {
        send(new HttpGet(link)).require(200);
        challenge = link.resolve(post(URI.create(link + "/code"), Map.of()).require(302).all("Location").findFirst().orElseThrow());
        send(new HttpGet(challenge)).require(200);
    }

    /** Comes as far as the page on which permissions are reviewed. */
    void signIn(String code) {
        Answer entered = post(challenge, Map.of("code", code)).require(302);
        send(new HttpGet(challenge.resolve(entered.all("Location").findFirst().orElseThrow()))).require(200);
    }

    void accept() {
        post(link.resolve("/review/accept"), Map.of("answers", "{}")).require(302);
    }

    private Answer post(URI page, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", formToken);
        var request = new HttpPost(page);
        request.setEntity(new UrlEncodedFormEntity(form.entrySet().stream()
                .map(field -> new BasicNameValuePair(field.getKey(), field.getValue())).collect(Collectors.toCollection(ArrayList::new))));
        return send(request);
    }

    private Answer send(HttpUriRequestBase request) {
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        request.setHeader("X-Forwarded-For", address);
        Answer answer = web.send(request);
        answer.all("Set-Cookie").map(cookie -> cookie.split(";", 2)[0].split("=", 2)).forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        Matcher field = FORM_TOKEN.matcher(answer.body());
        if (field.find()) {
            formToken = field.group(1);
        }
        return answer;
    }
}
