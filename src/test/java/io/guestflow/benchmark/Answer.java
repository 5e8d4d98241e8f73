package io.guestflow.benchmark;

import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;

/** What a server has answered. */
record Answer(int status, String body, Header[] headers) {

    /** @throws IllegalStateException if the status is another one: what is measured must work */
    Answer require(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Answered with " + status + " instead of " + expected + ": " + body.lines().limit(3).toList());
        }
        return this;
    }

    Stream<String> all(String name) {
        return Stream.of(headers).filter(header -> header.getName().equalsIgnoreCase(name)).map(Header::getValue);
    }
}
