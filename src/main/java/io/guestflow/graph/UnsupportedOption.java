package io.guestflow.graph;

/** The caller asks for a part of OData that there is not; answering without it would be a wrong answer. */
class UnsupportedOption extends GraphFailure {

    /** @param name of the option, function or operator */
    UnsupportedOption(String name) {
        super(GraphError.of(Fault.NOT_IMPLEMENTED, "unsupported-option", name + ": This is not offered here."));
    }
}
