package io.guestflow.security;

/** Who asked for what, and what they were told. */
record Visit(String caller, Endpoint endpoint, Answer answer) {

    @Override
    public String toString() {
        return caller + ": " + endpoint;
    }
}
