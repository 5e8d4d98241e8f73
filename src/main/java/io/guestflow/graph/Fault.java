package io.guestflow.graph;

import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can be wrong with a request, with the code by which clients of Microsoft Graph tell it and a sentence for people. */
enum Fault {

    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Request_BadRequest", "The request cannot be understood."),
    UNREADABLE(HttpStatus.BAD_REQUEST, "BadRequest", "The body cannot be read as JSON."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "InvalidAuthenticationToken", "There is no access token, or it is wrong or has expired."),
    DENIED(HttpStatus.FORBIDDEN, "Authorization_RequestDenied", "The caller's scopes do not allow this."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Request_ResourceNotFound", "This does not exist."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "MethodNotAllowed", "This exists, but the method cannot be used with it."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "NotAcceptable", "Answers are application/json."),
    CONFLICT(HttpStatus.CONFLICT, "Conflict", "The state of things does not allow this (any more)."),
    TAKEN(HttpStatus.CONFLICT, "Request_MultipleObjectsWithSameKeyValue", "Somebody else in the directory has this already."),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "Directory_ConcurrencyViolation", "Somebody else changed this in the same moment; try again."),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", "A body has at most 256 KiB."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", "Bodies are application/json."),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "TooManyRequests", "There have been too many requests; wait as long as Retry-After says."),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "generalException", "Something went wrong here; the operator finds it by the request-id."),
    NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "NotImplemented", "This is not offered here."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "serviceNotAvailable", "A part that this needs cannot be reached; try again later.");

    private final HttpStatus status;
    private final String code;
    private final String sentence;

    Fault(HttpStatus status, String code, String sentence) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    /** Stable across releases. */
    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    /** Whether the operator has to hear of it; a caller who asks for what is not offered learns it by the answer. */
    boolean isOurs() {
        return status.is5xxServerError() && this != NOT_IMPLEMENTED;
    }

    /** The first one with this status; of the same kind, if there is none. */
    static Fault of(HttpStatusCode status) {
        return Arrays.stream(values()).filter(fault -> fault.status.value() == status.value()).findFirst()
                .orElse(status.is4xxClientError() ? BAD_REQUEST : FAILED);
    }
}
