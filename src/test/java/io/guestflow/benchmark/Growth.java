package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What becomes of throughput when ever more guests have not answered yet. */
final class Growth implements Measurement {

    private static final int CLIENTS = 8;
    /** Rounds that do not count, for what is compiled later than {@link Town} waits. With two more nobody would be left to remind in the smallest town. */
    private static final int WARM_UP = 3;
    private static final String REMINDERS = "reminders, a tenth due at once";

    private final Scale scale;
    private final Map<String, Answers> answers = new LinkedHashMap<>();

    Growth(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        List<Town> towns = new ArrayList<>();
        Meter meter = installation.meter();
        try (var web = new Web()) {
            for (int pending : scale.pending()) {
                towns.add(new Town(installation, web, pending, scale));
            }
            for (Town town : towns) {
                warmUpReadings(town);
            }
            for (int i = 0; i < WARM_UP; i++) {
                round(inTurns(towns, i), meter);
            }
            answers.clear();
            int rounds = (scale.rounds() + towns.size() - 1) / towns.size() * towns.size();
            for (int i = 0; i < rounds; i++) {
                round(inTurns(towns, i), meter);
            }
            write(report, towns, rounds);
            new Outlook(towns, answers).write(report);
            new Room(towns.get(1).gathering().footprint(), new ActiveGuests(installation, web).footprint()).write(report);
        } finally {
            towns.forEach(Town::close);
        }
    }

    /** Lives, which the town's node has lived, have not compiled what is only looked at. */
    private void warmUpReadings(Town town) throws Exception {
        for (Question reading : town.readings()) {
            if (reading.reach() == Reach.FEW) {
                new Load(CLIENTS, reading.call()).times(scale.readings());
            }
        }
    }

    /** Each comes first as often as the others: who comes after the largest finds PostgreSQL's memory full of its pages. */
    private static List<Town> inTurns(List<Town> towns, int round) {
        var order = new ArrayList<>(towns);
        Collections.rotate(order, round);
        return order;
    }

    private void round(List<Town> towns, Meter meter) throws Exception {
        for (Town town : towns) {
            town.getMail();
            for (Question question : town.questions()) {
                ask(town, question, meter);
            }
            // half of those due in the smallest town, where some have accepted meanwhile
            int reminders = scale.pending().get(0) / 20;
            answers(REMINDERS, Reach.FEW, reminders).note(town, town.remindersPerSecond(reminders));
        }
    }

    private void ask(Town town, Question question, Meter meter) throws Exception {
        var asked = new Load(CLIENTS, question.call());
        Meter.Read<Load.Outcome> read = meter.read(town.process(), town.name(), () -> asked.times(question.calls()));
        answers(question.name(), question.reach(), question.calls()).note(town, read.outcome(), read.cost(question.calls()));
    }

    private Answers answers(String question, Reach reach, int calls) {
        return answers.computeIfAbsent(question, another -> new Answers(reach, calls));
    }

    private void write(Report report, List<Town> towns, int rounds) {
        report.line("""
                Guests who have not answered: %s, in databases of one server, a node each, %d clients, median of %d alternating rounds. Before,
                each node lived whole lives until compiling took less than a tenth of its processor time (or for %d s; in the end %s %%), of which
                nothing was left, and answered %,d times each question that changes nothing and looks at few guests. The guests are copies of one who was
                invited by the API, with all rows (directory, dispatch log, engine, history); copying, indexes and `vacuum analyze` took %s s. Pages have
                100 guests; page 1,000 is reached by following the links of 999 answers; if there are fewer, it is the fifth before the last (here page
                %s). Rows of p99 are milliseconds. The ratio compares with the first column: above 1.30 is worse.
                """.formatted(towns.stream().map(town -> "%,d".formatted(town.pending())).toList(), CLIENTS, rounds,
                scale.longestWarmUp().toSeconds(), towns.stream().map(town -> number(100 * town.compiling())).toList(), scale.readings(),
                towns.stream().map(town -> number(town.gathering().seconds())).toList(), towns.stream().map(Town::farPageNumber).toList()));
        var names = new ArrayList<>(List.of("", ""));
        towns.forEach(town -> names.add("%,d".formatted(town.pending())));
        towns.stream().skip(1).forEach(town -> names.add("ratio"));
        var table = new Table(names.toArray(String[]::new));
        answers.forEach((question, answer) -> table.row(row(question, "per second", towns, answer::perSecond, true)));
        answers.forEach((question, answer) -> {
            if (answer.awaited()) {
                table.row(row(question, "p99", towns, answer::p99, false));
            }
        });
        report.table(table);
    }

    private static Object[] row(String question, String unit, List<Town> towns, Function<Town, List<Double>> figures, boolean moreIsBetter) {
        List<Object> cells = new ArrayList<>(List.of(question, unit));
        towns.forEach(town -> cells.add(number(Figures.of(figures.apply(town)).median())));
        List<Double> smallest = figures.apply(towns.get(0));
        towns.stream().skip(1).map(figures)
                .forEach(larger -> cells.add(number((moreIsBetter ? Figures.ratio(smallest, larger) : Figures.ratio(larger, smallest)).median())));
        return cells.toArray();
    }
}
