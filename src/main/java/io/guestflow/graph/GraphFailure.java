package io.guestflow.graph;

/** Ends the handling of a request with a refusal. */
class GraphFailure extends RuntimeException {

    private final transient GraphError error;

    GraphFailure(GraphError error) {
        super(error.message());
        this.error = error;
    }

    GraphError error() {
        return error;
    }
}
