package io.guestflow.benchmark;

/**
 * What is asked of a node in each round.
 *
 * @param name  as the report tells it
 * @param reach which guests an answer looks at
 * @param calls how often it is asked in a round
 */
record Question(String name, Reach reach, int calls, Load.Call call) {
}
