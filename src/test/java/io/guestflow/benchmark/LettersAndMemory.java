package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Letters per second with and without connections that are kept, and the heap while very many are invited. */
final class LettersAndMemory implements Measurement {

    private static final int CLIENTS = 8;
    private static final String ONE_EACH = "guestflow.mail.pool.letters-per-connection";

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
        List<Double> single = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        try (var web = new Web(); var one = new HeldLetters(installation, web, "single", Map.of(ONE_EACH, "1"));
             var other = new HeldLetters(installation, web, "kept", Map.of())) {
            for (int i = 0; i <= scale.starts(); i++) {
                single.add(one.perSecond(scale.letters()));
                kept.add(other.perSecond(scale.letters()));
            }
        }
        List.of(single, kept).forEach(rounds -> rounds.remove(0));
        report.line("""
                %,d invitation letters that wait in the queue while their jobs are suspended, then leave at once; from the first to the last at a mail server on
                loopback, on PostgreSQL. Median [lowest–highest] of %d alternating rounds after one that does not count.
                """.formatted(scale.letters(), scale.starts()));
        report.table(new Table("connections", "letters/s", "ratio").row("one for each letter", Figures.of(single).withRange(), "1")
                .row("kept (default settings)", Figures.of(kept).withRange(), number(Figures.ratio(kept, single).median())));
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
