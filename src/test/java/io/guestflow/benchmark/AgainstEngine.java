package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much of the engine's throughput is left when everything that a guest needs is built around it. */
final class AgainstEngine implements Measurement {

    private static final int CLIENTS = 8;
    private static final double COMPILED = 0.05;

    private final Scale scale;
    private final List<Double> onboarding = new ArrayList<>();
    private final List<Double> withLetters = new ArrayList<>();
    private final List<Double> guestflow = new ArrayList<>();
    private Cost lifeCycle;
    private double compiling;
    private int livedBefore;

    AgainstEngine(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        String bare = installation.postgres().create("bare");
        String whole = installation.postgres().create("guestflow");
        try (var web = new Web(); var engine = installation.bareEngine(bare); var node = installation.node(whole, Map.of()).start().awaitReady()) {
            var lives = new GuestflowLives(web, new InvitingProgram(web, node.url()));
            installation.mail().show(lives::read);
            round(engine, lives, scale.warmUp());
            compiling = new WarmUp(time -> lives.perSecond(CLIENTS, time), node.process().toHandle()).untilCompilersTake(COMPILED, scale);
            livedBefore = lives.count();
            List.of(onboarding, withLetters, guestflow).forEach(List::clear);
            // guests who are on their way at the end of a round do not count; they would be a tenth of a short one
            Duration round = scale.round().multipliedBy(3);
            for (int i = 0; i < scale.rounds(); i++) {
                round(engine, lives, round);
            }
            lifeCycle = cost(lives, installation.meter(), node, whole);
        }
        write(report);
    }

    private void round(BareProcess engine, GuestflowLives lives, Duration time) throws Exception {
        onboarding.add(engine.perSecond(false, CLIENTS, time));
        withLetters.add(engine.perSecond(true, CLIENTS, time));
        guestflow.add(lives.perSecond(CLIENTS, time));
    }

    private Cost cost(GuestflowLives lives, Meter meter, Node node, String database) throws Exception {
        Meter.Read<Integer> read = meter.read(node.process().toHandle(), database, () -> {
            int before = lives.count();
            lives.perSecond(CLIENTS, scale.round().multipliedBy(2));
            return lives.count() - before;
        });
        return read.cost(read.outcome());
    }

    private void write(Report report) {
        report.line("""
                Life cycles per second, %d clients, PostgreSQL, median [lowest–highest] of %d alternating rounds. The bare engine runs the same models with
                the same settings (application.yaml) on the same server; its boxes do nothing, its clients call its Java API in its own process and know the
                id of the task to complete. Guestflow is called by HTTP from another process: six requests of a guest and one of a program for each life
                cycle, two letters by SMTP, a code, a session, the directory, audit entries. The mailed code is an instance of `letter-delivery`, which the
                second row adds to the bare engine. When measured, Guestflow had lived %,d lives, and compiling took %s %% of its processor time.
                """.formatted(CLIENTS, scale.rounds(), livedBefore, number(100 * compiling)));
        report.table(new Table("", "life cycles/s", "Guestflow : this")
                .row("bare engine, `guest-onboarding`", Figures.of(onboarding).withRange(), number(Figures.ratio(guestflow, onboarding).median()))
                .row("bare engine, `guest-onboarding` and `letter-delivery`", Figures.of(withLetters).withRange(),
                        number(Figures.ratio(guestflow, withLetters).median()))
                .row("Guestflow, whole", Figures.of(guestflow).withRange(), ""));
        var capacity = new Capacity(lifeCycle);
        report.line("""

                One life cycle of Guestflow takes %s ms of a processor of the node and %s ms of one of PostgreSQL, looks at %s pages, of which %s are fetched,
                and writes %s kB of WAL. So one processor of PostgreSQL carries %s life cycles per second and keeps %s processors of nodes busy; the
                stock `max_wal_size` of 1 GB begins a checkpoint every %s life cycles.""".formatted(number(lifeCycle.node()), number(lifeCycle.database()),
                number(lifeCycle.pages()), number(lifeCycle.fetched()), number(lifeCycle.log() / 1e3), number(capacity.perDatabaseProcessor()),
                number(capacity.nodeProcessorsPerDatabaseProcessor()), number(capacity.perCheckpoint(1L << 30))));
    }
}
