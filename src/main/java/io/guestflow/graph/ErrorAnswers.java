package io.guestflow.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells the caller of a refusal, and the operator of a failure: in one line that repeats nothing of the request but its pattern. */
@Component
class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String OURS = "io.guestflow.";

    private final ObjectMapper json;
    private final Clock clock;

    ErrorAnswers(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return; // nobody is there to read an answer, and it is no failure of ours
        }
        GraphError error = Translation.of(failure);
        if (error.fault().isOurs()) {
            LOG.error("{} {} failed with {} at {}, request-id {}.", request.getMethod(), pattern(request), kinds(failure), place(failure),
                    RequestIds.of(request).request());
        }
        answer(request, response, error);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, GraphError error) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(error.fault().status().value());
        error.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body(error, RequestIds.of(request)));
    }

    private ErrorBody body(GraphError error, RequestIds ids) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new ErrorBody(new ErrorBody.Error(error.fault().code(), error.message(),
                new ErrorBody.InnerError(error.detail(), now, ids.request().toString(), ids.client())));
    }

    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? Edge.API : pattern;
    }

    private static String kinds(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause).map(one -> one.getClass().getSimpleName())
                .distinct().collect(Collectors.joining(" by "));
    }

    private static StackTraceElement place(Throwable failure) {
        Throwable root = NestedExceptionUtils.getRootCause(failure) == null ? failure : NestedExceptionUtils.getRootCause(failure);
        StackTraceElement[] trace = root.getStackTrace();
        return Arrays.stream(trace).filter(frame -> frame.getClassName().startsWith(OURS)).findFirst()
                .orElse(trace.length == 0 ? null : trace[0]);
    }
}
