package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much of the engine's throughput is left when everything that a guest needs is built around it. */
final class AgainstEngine implements Measurement {

    private static final int CLIENTS = 8;

    private final Scale scale;
    private final List<Double> onboarding = new ArrayList<>();
    private final List<Double> withLetters = new ArrayList<>();
    private final List<Double> guestflow = new ArrayList<>();

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
            // several times as much code, which the virtual machine compiles only as it is used
            lives.perSecond(CLIENTS, scale.warmUp().multipliedBy(4));
            List.of(onboarding, withLetters, guestflow).forEach(List::clear);
            for (int i = 0; i < scale.rounds(); i++) {
                round(engine, lives, scale.round());
            }
        }
        write(report);
    }

    private void round(BareProcess engine, GuestflowLives lives, Duration time) throws Exception {
        onboarding.add(engine.perSecond(false, CLIENTS, time));
        withLetters.add(engine.perSecond(true, CLIENTS, time));
        guestflow.add(lives.perSecond(CLIENTS, time));
    }

    private void write(Report report) {
        report.line("""
                Life cycles per second, %d clients, PostgreSQL, median [lowest–highest] of %d alternating rounds. The bare engine runs the same models with
                the same settings (application.yaml) on the same server; its boxes do nothing, its clients call its Java API in its own process and know the
                id of the task to complete. Guestflow is called by HTTP from another process: six requests of a guest and one of a program for each life
                cycle, two letters by SMTP, a code, a session, the directory, audit entries. The mailed code is an instance of `letter-delivery`, which the
                second row adds to the bare engine.
                """.formatted(CLIENTS, scale.rounds()));
        report.table(new Table("", "life cycles/s", "Guestflow : this")
                .row("bare engine, `guest-onboarding`", Figures.of(onboarding).withRange(), number(Figures.ratio(guestflow, onboarding).median()))
                .row("bare engine, `guest-onboarding` and `letter-delivery`", Figures.of(withLetters).withRange(),
                        number(Figures.ratio(guestflow, withLetters).median()))
                .row("Guestflow, whole", Figures.of(guestflow).withRange(), ""));
    }
}
