package io.guestflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.faults.Ledger.Fate;
import io.guestflow.installation.Node;
import io.guestflow.installation.Program;
import io.guestflow.installation.Program.Invitation;
import io.guestflow.installation.Spool;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The disk on which the embedded database lives is full. */
@Faults
class FullDiskIT {

    private static final String SCENARIO = "full disk";
    private static final int MEGABYTES = 64;
    private static final int LEFT = 2;
    private static final int MOST_GUESTS = 2000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ledger told = new Ledger();
    private final Unanswered unanswered = new Unanswered();
    private int guests;

    @Test
    void saysSoLosesNothingAndIsWholeAgainWithSpace() throws Exception {
        Path folder = Installation.empty("full-disk");
        try (var mail = new Spool(); var volume = new Volume(Files.createDirectory(folder.resolve("volume")), MEGABYTES)) {
            var node = new Node(folder, "node", List.of("-Xmx512m"), settings(volume.place(), mail));
            try (node) {
                node.start().awaitReady();
                inviteUntilTheDiskIsFull(node, volume);
                Figures.print(SCENARIO, "invitations until the disk was full", guests);
                Figures.print(SCENARIO, "answers then", unanswered.counts());
                Awaitility.await("readiness says no").atMost(PATIENCE).until(() -> !node.isReady());
            }
            NodeLog log = NodeLog.of(node);
            Figures.print(SCENARIO, "warnings and errors in the log", log.complaints().size());
            assertThat(log.lines()).anyMatch(line -> line.contains("No space left on device"));
            assertThat(log.steps()).isEmpty();
            assertThat(unanswered.counts()).containsOnlyKeys("503");
            assertThat(unanswered.unclear()).isEmpty();
            volume.clear();
            goOnWithSpace(node, mail);
            assertThat(new Checker(database(volume.place()), mail).findings(told)).isEmpty();
        }
    }

    private void inviteUntilTheDiskIsFull(Node node, Volume volume) throws Exception {
        var program = new Program(HttpClient.newHttpClient(), node.url());
        invite(program);
        volume.fill(LEFT);
        while (guests < MOST_GUESTS && invite(program)) {
            guests++;
        }
        assertThat(guests).isLessThan(MOST_GUESTS);
    }

    /** What was answered is there, its letters leave, and more guests are invited. */
    private void goOnWithSpace(Node node, Spool mail) throws Exception {
        try (node) {
            node.start().awaitReady();
            assertThat(invite(new Program(HttpClient.newHttpClient(), node.url()))).isTrue();
            Awaitility.await("letters").atMost(PATIENCE).until(() -> mail.letters().size() >= told.size());
        }
    }

    private boolean invite(Program program) throws Exception {
        String address = "guest-%d-%d@partner.example".formatted(guests, told.size());
        HttpResponse<String> answer = program.send("POST", "/v1.0/invitations", """
                {"invitedUserEmailAddress": "%s", "inviteRedirectUrl": "%s/myapps", "sendInvitationMessage": true}""".formatted(address, Installation.HOME));
        if (unanswered.isAnswer(answer)) {
            told.note(Invitation.of(address, answer.body()), Fate.PENDING);
            return true;
        }
        return false;
    }

    private static Map<String, String> settings(Path volume, Spool mail) {
        var settings = new HashMap<>(Installation.settings(mail));
        settings.put("spring.datasource.url", url(volume));
        return settings;
    }

    private static String url(Path volume) {
        return "jdbc:h2:file:" + volume.resolve("guestflow") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;WRITE_DELAY=0";
    }

    private static JdbcDataSource database(Path volume) {
        var database = new JdbcDataSource();
        database.setUrl(url(volume));
        database.setUser("guestflow");
        database.setPassword("");
        return database;
    }
}
