package io.guestflow.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether the caller can take what the API answers; asked beforehand, because afterwards the guest is invited. */
final class Acceptable {

    private static final String COUNT = "/$count";

    private Acceptable() {
    }

    static boolean isAnswerTo(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        MediaType answer = request.getRequestURI().endsWith(COUNT) ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.isEmpty() || wanted.stream().anyMatch(type -> type.isCompatibleWith(answer));
        } catch (InvalidMediaTypeException garbled) {
            return false;
        }
    }
}
