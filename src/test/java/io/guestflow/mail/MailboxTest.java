package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.LetterPurpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailboxTest {

    @TempDir
    private Path directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(Mail.class);

    @Test
    void showsTheLetterThatTheEmbeddedServerTookOver() {
        embedded("127.0.0.1").run(started -> {
            var bench = new LetterBench(started.getBean(JavaMailSenderImpl.class), Map.of());
            bench.knows(bench.guest("sam@partner.example", "Şamil Müller",
                    bench.invitation(bench.adele, null, null, List.of("boss@partner.example"), Locale.ENGLISH)));
            bench.letters.deliver(bench.key(LetterPurpose.INVITATION), bench.known());

            List<PostedLetter> letters = started.getBean(Mailbox.class).newest(10);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).subject()).isEqualTo("Adele Vance invited you to collaborate with Contoso");
            assertThat(letters.get(0).to()).contains("Şamil Müller", "sam@partner.example", "boss@partner.example");
            assertThat(letters.get(0).html()).contains(LetterBench.LINK.toString());
            assertThat(letters.get(0).text()).contains(LetterBench.LINK.toString());
        });
    }

    @Test
    void showsTheNewestLetterFirstAndSurvivesARestart() throws Exception {
        new Mailbox(directory).put("Subject: first\r\n\r\nHello".getBytes());
        new Mailbox(directory).put("Subject: second\r\n\r\nHello again".getBytes());
        Files.writeString(directory.resolve("notes.txt"), "not a letter");

        assertThat(new Mailbox(directory).newest(10)).extracting(PostedLetter::subject).containsExactly("second", "first");
        assertThat(new Mailbox(directory).newest(1)).extracting(PostedLetter::subject).containsExactly("second");
    }

    @Test
    void readsNoFileOutsideItsDirectory() throws Exception {
        Files.writeString(directory.resolve("secret.eml"), "Subject: secret\r\n\r\n");
        var mailbox = new Mailbox(Files.createDirectory(directory.resolve("mail")));

        assertThat(mailbox.find("../secret")).isEmpty();
        assertThat(mailbox.find("missing")).isEmpty();
        assertThat(mailbox.newest(10)).isEmpty();
    }

    @Test
    void refusesToStartWhereOthersCouldReadTheLetters() {
        for (String address : List.of("0.0.0.0", "192.0.2.7")) {
            embedded(address).run(started -> assertThat(started).getFailure().rootCause()
                    .hasMessageStartingWith("server.address must be a loopback address"));
        }
        application.run(started -> assertThat(started).getFailure().rootCause()
                .hasMessageStartingWith("server.address must be a loopback address"));
    }

    @Test
    void hasNoMailboxWhenAMailServerIsConfigured() {
        embedded("0.0.0.0").withPropertyValues("spring.mail.host=smtp.example.org")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(Mailbox.class)
                        .doesNotHaveBean(MailboxController.class).doesNotHaveBean(EmbeddedMailServer.class));
    }

    private ApplicationContextRunner embedded(String address) {
        return application.withPropertyValues("server.address=" + address, "guestflow.mailbox.directory=" + directory);
    }

    @Configuration
    @EnableConfigurationProperties({MailboxSettings.class, ServerProperties.class})
    @Import({EmbeddedMail.class, MailboxController.class})
    static class Mail {
    }
}
