package io.guestflow.benchmark;

/**
 * How fast invitations were in one round.
 *
 * @param accepted  calls answered per second
 * @param delivered letters per second, from the first call to the last letter
 * @param p50       of the call, in milliseconds
 * @param p99       of the call, in milliseconds
 */
record Invited(double accepted, double delivered, double p50, double p99) {
}
