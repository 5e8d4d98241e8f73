package io.guestflow.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What can be told from a request's headers; asked beforehand, because afterwards the guest is invited. */
final class Admission {

    private static final String COUNT = "/$count";
    private static final String PLAIN = "identity";

    private Admission() {
    }

    static Optional<GraphError> refusal(HttpServletRequest request) {
        if (request.getContentLengthLong() > LimitedBody.MOST_BYTES) {
            return Optional.of(GraphError.of(Fault.TOO_LARGE));
        }
        if (isPacked(request)) {
            return Optional.of(GraphError.of(Fault.UNSUPPORTED_MEDIA_TYPE).with(HttpHeaders.ACCEPT_ENCODING, PLAIN));
        }
        if (isOfAnyType(request)) {
            return Optional.of(GraphError.of(Fault.UNSUPPORTED_MEDIA_TYPE));
        }
        return takesAnswer(request) ? Optional.empty() : Optional.of(GraphError.of(Fault.NOT_ACCEPTABLE));
    }

    /** Clients that pack bodies try again without when they are told so (RFC 9110 section 15.5.16). */
    private static boolean isPacked(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase(PLAIN);
    }

    /** A range of types, which is for what a client takes, not for what it sends. */
    private static boolean isOfAnyType(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].contains("*");
    }

    private static boolean takesAnswer(HttpServletRequest request) {
        MediaType answer = request.getRequestURI().endsWith(COUNT) ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            return wanted.isEmpty() || wanted.stream().anyMatch(type -> type.isCompatibleWith(answer));
        } catch (InvalidMediaTypeException garbled) {
            return false;
        }
    }
}
