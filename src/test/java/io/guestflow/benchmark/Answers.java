package io.guestflow.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Told from two towns. */
    Forecast forecast(Ground ground, Town small, Town middle) {
        return new Forecast(reach, calls, ground, seen(small), seen(middle));
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

    Seen seen(Town town) {
        double median = Figures.of(perSecond(town)).median();
        if (!awaited()) {
            return new Seen(town.pending(), median, 0, 0, 0, 0, 0);
        }
        Cost cost = cost(town);
        return new Seen(town.pending(), median, Figures.of(p99(town)).median(), cost.node(), cost.database(), cost.pages(), cost.fetched());
    }

    private static <T> void add(Map<Town, List<T>> figures, Town town, T figure) {
        figures.computeIfAbsent(town, another -> new ArrayList<>()).add(figure);
    }
}
