package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Letters per second with and without connections that are kept, and the heap while very many are invited. */
final class LettersAndMemory implements Measurement {

    private static final int CLIENTS = 8;
    /** Ways to have connections, and the settings for them; the first is what the others are compared with. */
    private static final Map<String, Map<String, String>> WAYS = new TreeMap<>(Map.of(
            "a new one for each letter", Map.of("guestflow.mail.pool.letters-per-connection", "1"),
            "kept (default settings)", Map.of(),
            "one, kept", Map.of("guestflow.mail.pool.connections", "1")));

    private final Scale scale;

    LettersAndMemory(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        letters(installation, report);
        report.line("");
        memory(installation, report);
    }

    private void letters(Installation installation, Report report) throws Exception {
        Map<String, List<Double>> perSecond = new LinkedHashMap<>();
        Map<String, HeldLetters> nodes = new LinkedHashMap<>();
        try (var web = new Web()) {
            for (var way : WAYS.entrySet()) {
                nodes.put(way.getKey(), new HeldLetters(installation, web, "letters" + nodes.size(), way.getValue()));
                perSecond.put(way.getKey(), new ArrayList<>());
            }
            for (int i = 0; i <= scale.starts(); i++) {
                for (var node : nodes.entrySet()) {
                    perSecond.get(node.getKey()).add(node.getValue().perSecond(scale.letters()));
                }
            }
        } finally {
            nodes.values().forEach(HeldLetters::close);
        }
        perSecond.values().forEach(rounds -> rounds.remove(0));
        report.line("""
                %,d invitation letters that wait in the queue while their jobs are suspended, then leave at once; from the first to the last at a mail server on
                loopback, on PostgreSQL. Median [lowest–highest] of %d alternating rounds after one that does not count.
                """.formatted(scale.letters(), scale.starts()));
        List<Double> first = perSecond.values().iterator().next();
        var table = new Table("connections", "letters/s", "ratio");
        perSecond.forEach((way, rounds) -> table.row(way, Figures.of(rounds).withRange(), number(Figures.ratio(rounds, first).median())));
        report.table(table);
    }

    private void memory(Installation installation, Report report) throws Exception {
        String database = installation.postgres().create("memory");
        try (var web = new Web(); Node node = installation.node(database, Map.of()).start().awaitReady(); var heap = new Heap(node.process())) {
            double before = heap.live();
            Invited invited = new Invitations(new InvitingProgram(web, node.url())::invite, installation.mail()).times(CLIENTS, scale.inRow());
            double peak = heap.peak();
            report.line("""
                    %,d invitations by %d clients as fast as they are answered, with `%s`, from a cold start.
                    """.formatted(scale.inRow(), CLIENTS, String.join(" ", Installation.JVM)));
            report.table(new Table("accepted/s", "delivered/s", "heap before, MB", "at most, MB", "afterwards, MB", "memory of the process, MB")
                    .row(number(invited.accepted()), number(invited.delivered()), number(before), number(peak), number(heap.live()),
                            number(Machine.residentMegabytes(node.process()))));
        }
    }
}
