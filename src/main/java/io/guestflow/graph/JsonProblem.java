package io.guestflow.graph;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a body, naming the property or the place and nothing of its content. */
final class JsonProblem {

    private JsonProblem() {
    }

    static GraphError of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getMostSpecificCause();
        if (cause instanceof BodyTooLarge) {
            return GraphError.of(Fault.TOO_LARGE);
        }
        if (unreadable.getCause() instanceof JsonMappingException mapping) {
            return ofProperty(mapping);
        }
        if (unreadable.getCause() instanceof JsonProcessingException malformed) {
            return ofPlace(malformed.getLocation());
        }
        return GraphError.of(Fault.UNREADABLE, "body-missing", "A body is needed, an object in JSON.");
    }

    private static GraphError ofProperty(JsonMappingException mapping) {
        String property = path(mapping);
        if (mapping instanceof UnrecognizedPropertyException) {
            return GraphError.of(Fault.BAD_REQUEST, "unknown-property", property + ": There is no such property, or it cannot be set.");
        }
        if (isNoJson(mapping.getCause())) {
            return ofPlace(((JsonProcessingException) mapping.getCause()).getLocation());
        }
        if (property.isEmpty()) {
            return GraphError.of(Fault.BAD_REQUEST, "wrong-type", "The body has not the form that it needs, mostly that of an object.");
        }
        return GraphError.of(Fault.BAD_REQUEST, "wrong-type", property + ": This has not the type that it needs.");
    }

    /** A number that is too large for its property is still one. */
    private static boolean isNoJson(Throwable cause) {
        return cause instanceof JsonProcessingException && !(cause instanceof JsonMappingException || cause instanceof InputCoercionException);
    }

    private static GraphError ofPlace(JsonLocation place) {
        return place == null ? GraphError.of(Fault.UNREADABLE) : GraphError.of(Fault.UNREADABLE, "malformed-json",
                "The body cannot be read as JSON from line " + place.getLineNr() + ", column " + place.getColumnNr() + " on.");
    }

    /** As a program would write it: invitedUser.id, ccRecipients[0].address. */
    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
