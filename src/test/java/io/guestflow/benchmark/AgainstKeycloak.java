package io.guestflow.benchmark;

import static io.guestflow.benchmark.Figures.number;

import io.guestflow.installation.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The same invitation, to an organization, by Keycloak. */
final class AgainstKeycloak implements Measurement {

    private static final int CLIENTS = 8;
    private static final double COMPILED = 0.05;

    private final Scale scale;

    AgainstKeycloak(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void take(Installation installation, Report report) throws Exception {
        String other = installation.postgres().create("keycloak");
        Node node = installation.node(installation.postgres().create("guestflow"), Installation.NODE, Map.of());
        try (var web = new Web(); var keycloak = new Keycloak(web, installation, other); node) {
            keycloak.build();
            node.prepare();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            start(web, keycloak, node, ours, theirs);
            keycloak.createRealm(installation.mail().port());
            var program = new InvitingProgram(web, node.url());
            var peers = new Peers(new Invitations(program::invite, installation.mail()), new Invitations(keycloak::invite, installation.mail()));
            String warmUps = "%s; %s".formatted(warmUp("Guestflow", peers.ours(), node.process()), warmUp("Keycloak", peers.theirs(), keycloak.process()));
            report.table(invitations(peers));
            report.line("");
            report.table(new Table("", "Guestflow", "Keycloak", "ratio")
                    .row("start to first answer, s", Figures.of(ours).withRange(), Figures.of(theirs).withRange(),
                            number(Figures.of(ours).median() / Figures.of(theirs).median()))
                    .row("memory after the load, MB", memory(node.process()), memory(keycloak.process()), number(
                            Machine.residentMegabytes(node.process()) / Machine.residentMegabytes(keycloak.process()))));
            write(report, warmUps);
        }
    }

    /** The first start makes the tables and does not count. */
    private void start(Web web, Keycloak keycloak, Node node, List<Double> ours, List<Double> theirs) throws Exception {
        for (int i = 0; i <= scale.starts(); i++) {
            if (i > 0) {
                keycloak.stop();
                node.close();
            }
            theirs.add(keycloak.start());
            ours.add(Startup.seconds(web, node.start().process(), node.url() + "/actuator/health/readiness"));
        }
        ours.remove(0);
        theirs.remove(0);
    }

    /** The virtual machines go on compiling for tens of thousands of invitations. */
    private String warmUp(String name, Invitations invitations, Process process) throws Exception {
        double compiling = new WarmUp(time -> invitations.during(CLIENTS, time), process.toHandle()).untilCompilersTake(COMPILED, scale);
        return "%s %,d, with %s %% in the end".formatted(name, invitations.count(), number(100 * compiling));
    }

    private Table invitations(Peers peers) throws Exception {
        var table = new Table("clients", "", "accepted/s", "delivered/s", "call p50, ms", "call p99, ms");
        for (int clients : new int[] {1, 2, CLIENTS}) {
            List<Invited> ours = new ArrayList<>();
            List<Invited> theirs = new ArrayList<>();
            for (int i = 0; i < scale.rounds(); i++) {
                theirs.add(peers.theirs().during(clients, scale.round()));
                ours.add(peers.ours().during(clients, scale.round()));
            }
            row(table, clients, "Guestflow", ours);
            row(table, clients, "Keycloak", theirs);
            table.row(clients, "**Guestflow : Keycloak**", ratio(ours, theirs, Invited::accepted), ratio(ours, theirs, Invited::delivered),
                    ratio(ours, theirs, Invited::p50), ratio(ours, theirs, Invited::p99));
        }
        return table;
    }

    private static void row(Table table, int clients, String who, List<Invited> rounds) {
        table.row(clients, who, range(rounds, Invited::accepted), range(rounds, Invited::delivered), range(rounds, Invited::p50),
                range(rounds, Invited::p99));
    }

    private static String range(List<Invited> rounds, ToDoubleFunction<Invited> figure) {
        return values(rounds, figure).withRange();
    }

    private static Figures values(List<Invited> rounds, ToDoubleFunction<Invited> figure) {
        return new Figures(rounds.stream().mapToDouble(figure).toArray());
    }

    private static String ratio(List<Invited> ours, List<Invited> theirs, ToDoubleFunction<Invited> figure) {
        return "**" + number(Figures.ratio(ours.stream().map(figure::applyAsDouble).toList(), theirs.stream().map(figure::applyAsDouble).toList())
                .median()) + "**";
    }

    private static String memory(Process process) {
        return number(Machine.residentMegabytes(process));
    }

    private void write(Report report, String warmUps) throws IOException {
        report.line("""

                Keycloak %s from Maven Central with its default heap (`%s`) and `--cache=local`, Guestflow with the heap that its guide names (`%s`), on the
                same server; `invite-user` of an organization against `POST /v1.0/invitations`. Both calls bear a token that lasts; both letters go to the same
                mail server, which takes and counts them. Median [lowest–highest] of alternating rounds. Keycloak sends within the call; Guestflow's letters
                follow in jobs, so delivered counts until the last one has left. Guestflow's invitation also makes a guest in the directory, a process with two
                timers and audit entries. The start is the second one: the tables are there, and what each program's guide does once is done: Keycloak's build, and
                Guestflow unpacked with an archive of its classes. Before the rounds, each invited until compiling took less than a twentieth of its processor
                time, or for %d s, and keeps what was invited (%s).
                """.formatted(Keycloak.version(), String.join(" ", Installation.JVM), String.join(" ", Installation.NODE),
                scale.longestWarmUp().toSeconds(), warmUps));
    }

    private record Peers(Invitations ours, Invitations theirs) {
    }
}
