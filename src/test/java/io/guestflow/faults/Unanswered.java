package io.guestflow.faults;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Requests that have to be made again, counted by what came instead of an answer. */
final class Unanswered {

    private static final Pattern INSIDES = Pattern.compile("\\.[A-Z]\\w+Exception|\\\\tat ");

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final List<String> unclear = new CopyOnWriteArrayList<>();

    /** @return false if the same request should be made again: the server failed, wants another token, or says so itself */
    boolean isAnswer(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean tryAgain = status >= 500 || status == 429 || status == 401 || answer.body().contains("Directory_ConcurrencyViolation");
        if (tryAgain) {
            counts.merge(String.valueOf(status), 1, Integer::sum);
            requireClear(answer);
        }
        return !tryAgain;
    }

    void countUnreachable() {
        counts.merge("no answer", 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Answers that say nothing a person or a program could understand, or tell of the program's insides. */
    List<String> unclear() {
        return unclear;
    }

    private void requireClear(HttpResponse<String> answer) {
        String body = answer.body();
        if (!body.startsWith("{\"error\":") || ((String) JsonPath.read(body, "$.error.message")).isBlank() || INSIDES.matcher(body).find()) {
            unclear.add(answer.statusCode() + " " + body);
        }
    }
}
