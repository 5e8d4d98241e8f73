package io.guestflow.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.installation.Program.Invitation;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with PostgreSQL and a real mail server, as an operator installs it. */
class InstallationIT {

    @Test
    void guestIsInvitedByProgramAndAccepts(@TempDir Path folder) throws Exception {
        try (var mail = new Spool(); var postgres = new Postgres(folder.resolve("postgres"));
             var node = new Node(folder, "node", List.of("-Xmx512m"), settings(postgres, mail)).start().awaitReady()) {
            HttpClient web = HttpClient.newHttpClient();
            var program = new Program(web, node.url());

            Invitation invitation = program.invite("sam@partner.example").orElseThrow();
            boolean accepted = new GuestBrowser(web, mail).accept(invitation.link(), invitation.address());

            assertThat(accepted).isTrue();
            assertThat(program.send("GET", "/v1.0/users/" + invitation.guest() + "?%24select=externalUserState", null).body()).contains("\"externalUserState\":\"Accepted\"");
        }
    }

    @Test
    void startsFromItsPartsWithAnArchiveOfItsClasses(@TempDir Path folder) throws Exception {
        try (var mail = new Spool(); var postgres = new Postgres(folder.resolve("postgres"));
             var node = new Node(folder, "node", List.of("-XX:+UseSerialGC", "-Xmx256m"), settings(postgres, mail)).prepare().start().awaitReady()) {
            assertThat(node.process().info().commandLine()).hasValueSatisfying(command -> assertThat(command).contains("unpacked/guestflow-"));
            assertThat(Files.readString(Path.of("/proc", String.valueOf(node.process().pid()), "maps"))).contains("guestflow.jsa");
        }
    }

    private static Map<String, String> settings(Postgres postgres, Spool mail) {
        var settings = new HashMap<>(Program.settings());
        settings.put("spring.datasource.url", postgres.url(postgres.create("guestflow")));
        settings.put("spring.datasource.username", Postgres.USER);
        settings.put("spring.datasource.password", "");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.port()));
        settings.put("guestflow.ticket.secret", "a secret of more than thirty-two bytes");
        return settings;
    }
}
