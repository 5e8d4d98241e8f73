package io.guestflow.graph;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything else of the API, so that whatever happens behind it is answered in one shape and can be found again. */
class Edge extends OncePerRequestFilter {

    static final String API = "/v1.0";

    /** As Spring Security adds them to what it lets pass; who is refused here does not come that far. */
    private static final List<HeaderWriter> HEADERS = List.of(new XContentTypeOptionsHeaderWriter(), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new CacheControlHeadersWriter(), new HstsHeaderWriter());

    private final ErrorAnswers answers;

    Edge(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestIds.give(request, response);
        Optional<GraphError> refusal = Admission.refusal(request);
        if (refusal.isPresent()) {
            HEADERS.forEach(header -> header.writeHeaders(request, response));
            answers.answer(request, response, refusal.get());
        } else {
            goOn(request, response, chain);
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(new LimitedBody(request), new InOneShape(request, response));
        } catch (ServletException | RuntimeException failure) {
            answers.answer(request, response, failure);
        }
    }

    /** Answers itself where the server's page of errors would. */
    private final class InOneShape extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        InOneShape(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            answers.answer(request, this, GraphError.of(Fault.of(HttpStatusCode.valueOf(status))));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
