package io.guestflow.graph;

import org.springframework.http.HttpHeaders;

/**
 * A refusal, as the caller is told it.
 *
 * @param message a sentence for people; it may repeat names of properties, but nothing else that came in
 * @param detail  a more exact word for programs, stable across releases, or null
 * @param headers what the answer carries beside the body
 */
record GraphError(Fault fault, String message, String detail, HttpHeaders headers) {

    static GraphError of(Fault fault) {
        return new GraphError(fault, fault.sentence(), null, new HttpHeaders());
    }

    static GraphError of(Fault fault, String detail, String message) {
        return new GraphError(fault, message, detail, new HttpHeaders());
    }

    /** The same refusal, with the advice to try again in a second. */
    GraphError tryAgain() {
        return with(HttpHeaders.RETRY_AFTER, "1");
    }

    GraphError with(String header, String value) {
        var more = new HttpHeaders();
        more.addAll(headers);
        more.set(header, value);
        return new GraphError(fault, message, detail, more);
    }
}
