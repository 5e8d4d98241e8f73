package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the two smaller towns let expect of the largest, beside what it turned out to be. */
final class Outlook {

    private static final double AIM = 0.2;

    private final Town small;
    private final Town middle;
    private final Town large;
    private final int clients;
    private final Map<String, Answers> answers;
    private final Table table = new Table("", "", "predicted", "measured", "measured : predicted");
    private final List<String> missed = new ArrayList<>();

    /** @param towns three, by size; of the third the forecast knows only how many wait there */
    Outlook(List<Town> towns, int clients, Map<String, Answers> answers) {
        this.small = towns.get(0);
        this.middle = towns.get(1);
        this.large = towns.get(2);
        this.clients = clients;
        this.answers = answers;
    }

    void write(Report report) {
        var ground = new Ground(Runtime.getRuntime().availableProcessors(), clients, neighbours(), PagePrice.in(middle.database(), middle.pending()));
        answers.forEach((question, answer) -> compare(question, answer, answer.forecasts(ground, small, middle)));
        Line bytes = Line.through(small.pending(), small.bytes(), middle.pending(), middle.bytes());
        compare("database", "bytes for each guest", List.of(bytes.at(large.pending()) / large.pending()), List.of(large.bytes() / large.pending()));
        report.line("""

                %,d guests as `Forecast` tells them from %,d and %,d alone: a page costs %.4f ms of a processor in PostgreSQL's memory and %.4f ms if it has to be
                fetched, and one of the table of guests holds %.1f of them (measured in the middle database); indexes have %d, %d and %d levels. %s
                """.formatted(large.pending(), small.pending(), middle.pending(), ground.price().kept(), ground.price().fetched(), ground.neighbours(),
                BTree.levels(small.pending()), BTree.levels(middle.pending()), BTree.levels(large.pending()),
                missed.isEmpty() ? "All within 20 %." : "Missed by more than 20 %: " + String.join("; ", missed) + "."));
        report.table(table);
        report.line("");
        report.table(costs());
    }

    private double neighbours() {
        return JdbcClient.create(middle.database()).sql("select reltuples / relpages from pg_class where relname = 'directory_user'")
                .query(Double.class).single();
    }

    private void compare(String question, Answers answer, List<Forecast> forecasts) {
        List<Seen> seen = answer.seen(large);
        compare(question, "per second", all(forecasts, forecast -> forecast.perSecond(large.pending())), all(seen, Seen::perSecond));
        if (answer.awaited()) {
            compare(question, "p99, ms", all(forecasts, forecast -> forecast.p99(large.pending())), all(seen, Seen::p99));
            compare(question, "ms of a processor", all(forecasts, forecast -> forecast.processor(large.pending())), all(seen, Seen::processor));
            compare(question, "pages", all(forecasts, forecast -> forecast.pages(large.pending())), all(seen, Seen::pages));
            if (answer.reach() == Reach.FEW && answer.cost(large).fetched() >= 1) {
                compare(question, "pages fetched", all(forecasts, forecast -> forecast.fetched(large.pending())), all(seen, Seen::fetched));
            }
        }
    }

    private static <T> List<Double> all(List<T> rounds, Function<T, Double> figure) {
        return rounds.stream().map(figure).toList();
    }

    /** Medians of all rounds; of the ratios as well. */
    private void compare(String question, String unit, List<Double> predicted, List<Double> measured) {
        double ratio = Figures.ratio(measured, predicted).median();
        table.row(question, unit, number(Figures.of(predicted).median()), number(Figures.of(measured).median()), number(ratio));
        if (Math.abs(ratio - 1) > AIM) {
            missed.add(question + " (" + unit + ")");
        }
    }

    /** What each call took where. */
    private Table costs() {
        var costs = new Table("for each call", "guests", "node, ms of a processor", "PostgreSQL, ms of a processor", "of it in helpers, ms", "pages",
                "of them fetched", "WAL, kB");
        answers.forEach((question, answer) -> {
            for (Town town : answer.awaited() ? List.of(small, middle, large) : List.<Town>of()) {
                Cost cost = answer.cost(town);
                costs.row(question, "%,d".formatted(town.pending()), number(cost.node()), number(cost.database()), number(cost.helpers()),
                        number(cost.pages()), number(cost.fetched()), number(cost.log() / 1e3));
            }
        });
        return costs;
    }
}
