package io.guestflow.benchmark;

/** Which guests a call looks at, as its statements and the indexes tell; from this follows how it grows. */
enum Reach {

    /** A few, found by an index, however many others there are. */
    FEW,
    /** Every guest who waits: something is counted, or searched for without an index. */
    ALL
}
