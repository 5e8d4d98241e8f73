package io.guestflow.benchmark;

/** One part of the benchmark. */
interface Measurement {

    void take(Installation installation, Report report) throws Exception;
}
