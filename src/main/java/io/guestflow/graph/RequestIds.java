package io.guestflow.graph;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * By what both sides find a request again.
 *
 * @param request drawn here for each request
 * @param client  the caller's own, which may be the same for many requests; ours, if theirs is none that could be repeated
 */
record RequestIds(UUID request, String client) {

    static final String REQUEST = "request-id";
    static final String CLIENT = "client-request-id";
    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Gives a request its ids, which its answer carries whatever it will be. */
    static void give(HttpServletRequest request, HttpServletResponse response) {
        UUID id = UUID.randomUUID();
        String theirs = request.getHeader(CLIENT);
        var ids = new RequestIds(id, theirs != null && HARMLESS.matcher(theirs).matches() ? theirs : id.toString());
        request.setAttribute(ATTRIBUTE, ids);
        response.setHeader(REQUEST, id.toString());
        response.setHeader(CLIENT, ids.client());
    }

    /** Null for a request that did not come to the API. */
    static RequestIds of(HttpServletRequest request) {
        return (RequestIds) request.getAttribute(ATTRIBUTE);
    }
}
