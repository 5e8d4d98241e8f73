package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What becomes of throughput when ever more guests have not answered yet. */
final class Growth implements Measurement {

    private static final int CLIENTS = 8;
    /** More than is allowed elsewhere, for readings and rounds that do not count come after it. */
    private static final double COMPILED = 0.1;
    /** Rounds that do not count, for what is compiled later. With two more nobody would be left to remind in the smallest town. */
    private static final int WARM_UP = 3;
    private static final String REMINDERS = "reminders, a tenth due at once";

    private final Scale scale;
    private final Map<String, Answers> answers = new LinkedHashMap<>();
    private double compiling;

    Growth(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        Meter meter = installation.meter();
        try (var web = new Web(); var node = new MovingNode(installation, web, copies(installation, web))) {
            compiling = warmUp(node, new GuestflowLives(web, new InvitingProgram(web, node.url())), installation.mail());
            List<Town> towns = new ArrayList<>();
            for (int pending : scale.pending()) {
                towns.add(new Town(installation, web, node, pending));
            }
            for (Town town : towns) {
                warmUpReadings(town);
            }
            for (int i = 0; i < WARM_UP; i++) {
                round(inTurns(towns, i), node, meter);
            }
            answers.clear();
            int rounds = (scale.rounds() + towns.size() - 1) / towns.size() * towns.size();
            for (int i = 0; i < rounds; i++) {
                round(inTurns(towns, i), node, meter);
            }
            write(report, towns, rounds);
            new Outlook(towns, CLIENTS, answers).write(report);
            new Room(towns.get(1).gathering().footprint(), new ActiveGuests(installation, web).footprint()).write(report);
        }
    }

    /** Databases of one installation in which nobody has been invited yet, by size. */
    private List<String> copies(Installation installation, Web web) {
        List<String> names = scale.pending().stream().map(Town::nameFor).toList();
        String original = installation.postgres().create(names.get(0));
        try (Node node = installation.node(original, Map.of("guestflow.first-administrator.password", Clerk.PASSWORD)).start().awaitReady()) {
            new Clerk(web, node.url()).employ();
        }
        names.stream().skip(1).forEach(name -> installation.postgres().create(name, original));
        return names;
    }

    /** Lives everywhere in turn, so that each database's connections know their statements, too. */
    private double warmUp(MovingNode node, GuestflowLives lives, MailServer mail) throws Exception {
        mail.show(lives::read);
        WarmUp.Work lifeInTurn = time -> {
            for (int pending : scale.pending()) {
                node.moveTo(Town.nameFor(pending));
                lives.perSecond(CLIENTS, time.dividedBy(scale.pending().size()));
            }
        };
        return new WarmUp(lifeInTurn, node.process()).untilCompilersTake(COMPILED, scale);
    }

    /** Lives have not compiled what is only looked at. */
    private void warmUpReadings(Town town) throws Exception {
        town.visit();
        for (Question reading : town.readings()) {
            if (reading.reach() == Reach.FEW) {
                new Load(CLIENTS, reading.call()).times(scale.readings());
            }
        }
    }

    /** All six orders in turn: who comes after the largest finds PostgreSQL's memory full of its pages. */
    private static List<Town> inTurns(List<Town> towns, int round) {
        var order = new ArrayList<>(towns);
        Collections.rotate(order, round);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    /** The same is asked of all towns one after another, so that a machine that others share is as fast for one as for the others. */
    private void round(List<Town> towns, MovingNode node, Meter meter) throws Exception {
        for (int question = 0; question < towns.get(0).questions().size(); question++) {
            for (Town town : towns) {
                town.visit();
                ask(town, town.questions().get(question), node, meter);
            }
        }
        for (Town town : towns) {
            town.visit();
            // half of those due in the smallest town, where some have accepted meanwhile
            int reminders = scale.pending().get(0) / 20;
            answers(REMINDERS, Reach.FEW, reminders).note(town, town.remindersPerSecond(reminders));
            town.vacuum();
        }
    }

    private void ask(Town town, Question question, MovingNode node, Meter meter) throws Exception {
        var asked = new Load(CLIENTS, question.call());
        if (question.reach() == Reach.ALL) {
            // a few calls would bear what it costs to make room for the town's pages in PostgreSQL's memory
            asked.times(CLIENTS);
        }
        Meter.Read<Load.Outcome> read = meter.read(node.process(), town.name(), () -> asked.times(question.calls()));
        answers(question.name(), question.reach(), question.calls()).note(town, read.outcome(), read.cost(question.calls()));
    }

    private Answers answers(String question, Reach reach, int calls) {
        return answers.computeIfAbsent(question, another -> new Answers(reach, calls));
    }

    private void write(Report report, List<Town> towns, int rounds) {
        report.line("""
                Guests who have not answered: %s, in databases of one server, %d clients, median of %d alternating rounds. One node serves all databases in
                turn, each question in all of them one after another; before it moves, what is under way comes to its end. Before the rounds it lived whole
                lives until compiling took less than a tenth of its processor time (or for %d s; in the end %s %%), of which nothing was left, and answered
                %,d times in each database each question that changes nothing and looks at few guests. The guests are copies of one who was invited by the
                API, with all rows (directory, dispatch log, engine, history); copying, indexes and `vacuum analyze` took %s s. Pages have 100 guests; page
                1,000 is reached by following the links of 999 answers; if there are fewer, it is the fifth before the last (here page %s). Before each count comes
                one call of each client that is not measured; between the rounds jobs and guests are vacuumed. Rows of p99 are milliseconds. The ratio compares
                with the first column: above 1.30 is worse.
                """.formatted(towns.stream().map(town -> "%,d".formatted(town.pending())).toList(), CLIENTS, rounds,
                scale.longestWarmUp().toSeconds(), number(100 * compiling), scale.readings(),
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
