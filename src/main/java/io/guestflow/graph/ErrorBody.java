package io.guestflow.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The envelope of a refusal: Microsoft Graph's, whose innermost part says when it was and how to find the request. */
record ErrorBody(Error error) {

    record Error(String code, String message, InnerError innerError) {
    }

    /** @param code the more exact word, left out if there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InnerError(String code, String date, @JsonProperty("request-id") String requestId,
                      @JsonProperty("client-request-id") String clientRequestId) {
    }
}
