package io.guestflow.security;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server said to one request. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** In the words of the table: where one is sent to sign in, 401, 403, or in. */
    String outcome() {
        String target = header("Location").replaceFirst("^https?://[^/]+", "");
        return switch (status) {
            case 302 -> target.equals("/login") || target.equals("/myapps") ? target : "in";
            case 401, 403 -> Integer.toString(status);
            default -> "in";
        };
    }

    /** The header's first value, empty without one. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    List<String> cookies() {
        return headers.allValues("Set-Cookie");
    }
}
