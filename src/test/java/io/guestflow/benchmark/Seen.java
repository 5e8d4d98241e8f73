package io.guestflow.benchmark;

/**
 * What was seen of one kind of call in one town.
 *
 * @param guests    who wait there
 * @param perSecond calls by all clients together
 * @param p99       of the call, in milliseconds
 * @param node      milliseconds of a processor that a call takes of the node
 * @param database  and of PostgreSQL
 * @param pages     of the database that a call looks at
 * @param fetched   those of them that PostgreSQL did not have in its memory
 * @param helpers   milliseconds of a processor, among those of PostgreSQL, for processes that it starts for a call
 */
record Seen(int guests, double perSecond, double p99, double node, double database, double pages, double fetched, double helpers) {

    double processor() {
        return node + database;
    }

    /** The share of one call in the time of the whole machine. */
    double milliseconds() {
        return 1_000 / perSecond;
    }
}
