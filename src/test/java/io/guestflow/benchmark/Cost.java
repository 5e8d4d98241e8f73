package io.guestflow.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What calls take, with what they cause in the background meanwhile.
 *
 * @param node     milliseconds of a processor
 * @param database milliseconds of a processor
 * @param pages    of the database that are looked at
 * @param fetched  those of them that PostgreSQL did not have in its memory
 * @param log      bytes in PostgreSQL's log of changes (WAL)
 * @param helpers  milliseconds of a processor, among those of the database, for processes that it starts and that end with what they are for
 */
record Cost(double node, double database, double pages, double fetched, double log, double helpers) {

    /** The share of one of so many. */
    Cost of(int calls) {
        return new Cost(node / calls, database / calls, pages / calls, fetched / calls, log / calls, helpers / calls);
    }

    /** Each figure by itself. */
    static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::node), median(costs, Cost::database), median(costs, Cost::pages), median(costs, Cost::fetched),
                median(costs, Cost::log), median(costs, Cost::helpers));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return new Figures(costs.stream().mapToDouble(figure).toArray()).median();
    }
}
