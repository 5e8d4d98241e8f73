package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of throughput when ever more guests have not answered yet. */
final class Growth implements Measurement {

    private static final int CLIENTS = 8;
    private static final String REMINDERS = "reminders, a tenth due at once";

    private final Scale scale;
    /** By question, then by town. */
    private final Map<String, Map<Town, List<Double>>> perSecond = new LinkedHashMap<>();
    private final Map<String, Map<Town, List<Double>>> slowest = new LinkedHashMap<>();

    Growth(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        List<Town> towns = new ArrayList<>();
        try (var web = new Web()) {
            for (int pending : scale.pending()) {
                towns.add(new Town(installation, web, pending));
            }
            round(towns);
            List.of(perSecond, slowest).forEach(Map::clear);
            for (int i = 0; i < scale.rounds(); i++) {
                round(towns);
            }
            write(report, towns);
        } finally {
            towns.forEach(Town::close);
        }
    }

    private void round(List<Town> towns) throws Exception {
        for (Town town : towns) {
            town.getMail();
            for (Question question : town.questions()) {
                Load.Outcome outcome = new Load(CLIENTS, question.call()).times(question.calls());
                note(perSecond, question.name(), town, outcome.perSecond());
                note(slowest, question.name(), town, outcome.milliseconds().percentile(0.99));
            }
            // half of those due in the smallest town, where some have accepted meanwhile
            note(perSecond, REMINDERS, town, town.remindersPerSecond(scale.pending().get(0) / 20));
        }
    }

    private static void note(Map<String, Map<Town, List<Double>>> figures, String question, Town town, double value) {
        figures.computeIfAbsent(question, another -> new LinkedHashMap<>()).computeIfAbsent(town, another -> new ArrayList<>()).add(value);
    }

    private void write(Report report, List<Town> towns) {
        report.line("""
                Guests who have not answered: %s, in databases of one server, a node each, %d clients, median of %d alternating rounds. The
                guests are copies of one who was invited by the API, with all rows (directory, dispatch log, engine, history); copying, indexes and `vacuum
                analyze` took %s s. Pages have 100 guests; page 1,000 is reached by following the links of 999 answers, or the last one before if there
                are fewer (here page %s). Rows of p99 are milliseconds. The ratio compares with the first column: above 1.30 is worse.
                """.formatted(towns.stream().map(town -> "%,d".formatted(town.pending())).toList(), CLIENTS, scale.rounds(),
                towns.stream().map(town -> number(town.gathering())).toList(), towns.stream().map(Town::farPageNumber).toList()));
        var names = new ArrayList<>(List.of("", ""));
        towns.forEach(town -> names.add("%,d".formatted(town.pending())));
        towns.stream().skip(1).forEach(town -> names.add("ratio"));
        var table = new Table(names.toArray(String[]::new));
        perSecond.forEach((question, figures) -> table.row(row(question, "per second", towns, figures, true)));
        slowest.forEach((question, figures) -> table.row(row(question, "p99", towns, figures, false)));
        report.table(table);
    }

    private static Object[] row(String question, String unit, List<Town> towns, Map<Town, List<Double>> figures, boolean moreIsBetter) {
        List<Object> cells = new ArrayList<>(List.of(question, unit));
        towns.forEach(town -> cells.add(number(Figures.of(figures.get(town)).median())));
        List<Double> smallest = figures.get(towns.get(0));
        towns.stream().skip(1).map(figures::get)
                .forEach(larger -> cells.add(number((moreIsBetter ? Figures.ratio(smallest, larger) : Figures.ratio(larger, smallest)).median())));
        return cells.toArray();
    }
}
