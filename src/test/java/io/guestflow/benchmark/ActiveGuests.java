package io.guestflow.benchmark;

import io.guestflow.installation.Node;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guests who have accepted, as many copies of one whom the program has invited: what is left of their onboarding. */
final class ActiveGuests {

    private static final int GUESTS = 10_000;

    private final Installation installation;
    private final Web web;

    ActiveGuests(Installation installation, Web web) {
        this.installation = installation;
        this.web = web;
    }

    /** What one of them takes after code and session have expired. */
    Footprint footprint() throws Exception {
        String name = installation.postgres().create("active");
        try (Node node = installation.node(name, Map.of()).start().awaitReady()) {
            DataSource database = installation.postgres().database(name);
            var sql = JdbcClient.create(database);
            long before = Template.now(sql);
            acceptOne(new InvitingProgram(web, node.url()));
            Awaitility.await("active guest").atMost(Duration.ofMinutes(2))
                    .until(() -> sql.sql("select not exists (select 1 from act_ru_execution)").query(Boolean.class).single());
            sql.sql("delete from guest_session").update();
            sql.sql("delete from passcode").update();
            return Gathering.of(Template.since(sql, before), GUESTS, database).footprint();
        }
    }

    private void acceptOne(InvitingProgram program) throws Exception {
        var code = new CompletableFuture<String>();
        installation.mail().show((recipient, letter) -> MailedCode.in(letter).ifPresent(code::complete));
        var guest = new VisitingGuest(web, program.invite(OwnIds.NAME + Crowd.DOMAIN), 1);
        guest.askForCode();
        guest.signIn(code.get(1, TimeUnit.MINUTES));
        guest.accept();
    }
}
