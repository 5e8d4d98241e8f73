package io.guestflow.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one question gave in each round, town by town. */
final class Answers {

    private final Reach reach;
    private final int calls;
    private final Map<Town, List<Double>> perSecond = new HashMap<>();
    private final Map<Town, List<Double>> p99 = new HashMap<>();
    private final Map<Town, List<Cost>> costs = new HashMap<>();

    /** @param calls in each round */
    Answers(Reach reach, int calls) {
        this.reach = reach;
        this.calls = calls;
    }

    Reach reach() {
        return reach;
    }

    /** Told from two towns, round by round, because what disturbs one town disturbs the others of the same round. */
    List<Forecast> forecasts(Ground ground, Town small, Town middle) {
        List<Seen> inSmall = seen(small);
        List<Seen> inMiddle = seen(middle);
        return IntStream.range(0, inSmall.size()).mapToObj(round -> new Forecast(reach, calls, ground, inSmall.get(round), inMiddle.get(round))).toList();
    }

    void note(Town town, double perSecond) {
        add(this.perSecond, town, perSecond);
    }

    void note(Town town, Load.Outcome outcome, Cost cost) {
        note(town, outcome.perSecond());
        add(p99, town, outcome.milliseconds().percentile(0.99));
        add(costs, town, cost);
    }

    List<Double> perSecond(Town town) {
        return perSecond.get(town);
    }

    /** Of an answer, in milliseconds. */
    List<Double> p99(Town town) {
        return p99.get(town);
    }

    /** Whether somebody waits for each answer; reminders leave by themselves. */
    boolean awaited() {
        return !p99.isEmpty();
    }

    Cost cost(Town town) {
        return Cost.median(costs.get(town));
    }

    /** Round by round. */
    List<Seen> seen(Town town) {
        return IntStream.range(0, perSecond(town).size()).mapToObj(round -> seen(town, round)).toList();
    }

    private Seen seen(Town town, int round) {
        double perSecond = perSecond(town).get(round);
        if (!awaited()) {
            return new Seen(town.pending(), perSecond, 0, 0, 0, 0, 0, 0);
        }
        Cost cost = costs.get(town).get(round);
        return new Seen(town.pending(), perSecond, p99(town).get(round), cost.node(), cost.database(), cost.pages(), cost.fetched(), cost.helpers());
    }

    private static <T> void add(Map<Town, List<T>> figures, Town town, T figure) {
        figures.computeIfAbsent(town, another -> new ArrayList<>()).add(figure);
    }
}
