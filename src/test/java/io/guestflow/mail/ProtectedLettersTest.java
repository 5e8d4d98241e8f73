package io.guestflow.mail;

import static io.guestflow.mail.Manner.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Where letters must travel under TLS, none travels without it, and none is lost for that. */
@Timeout(60)
class ProtectedLettersTest {

    private static final Manner OFFERING_PROTECTION = answering("EHLO", "250-scripted.example\r\n250 STARTTLS");

    private final ScriptedServer server = new ScriptedServer(Manner::politely);
    private final LetterKey first = new LetterKey(UUID.fromString("6f1c1f6e-0000-4000-8000-000000000001"), LetterPurpose.INVITATION, 1);

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void keepsALetterUnprotectedByAServerThatOffersNoProtection(@TempDir Path folder) throws Exception {
        LetterBench careful = withCertificateFrom("-1H", folder);
        server.behaving(Manner::politely, OFFERING_PROTECTION);

        keepsUntilTheServerIsMended(careful, "STARTTLS is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 4.7.0 TLS not available", "502 5.5.1 not here"})
    void keepsALetterWhenTheServerRefusesTheProtectionThatItOffers(String answer, @TempDir Path folder) throws Exception {
        LetterBench careful = withCertificateFrom("-1H", folder);
        server.behaving(heard -> heard.equals("STARTTLS") ? answer : OFFERING_PROTECTION.answer(heard), OFFERING_PROTECTION);

        keepsUntilTheServerIsMended(careful, answer);
    }

    @Test
    void keepsALetterFromAServerWhoseCertificateHasExpired(@TempDir Path folder) throws Exception {
        LetterBench careful = withCertificateFrom("-3d", folder);

        keeps(careful, "CertificateExpiredException");
    }

    @Test
    void sendsALetterUnderAValidCertificate(@TempDir Path folder) throws Exception {
        LetterBench careful = withCertificateFrom("-1H", folder);

        careful.letters.deliver(first, careful.known());

        assertThat(careful.letters.find(first)).get().extracting(Letter::state).isEqualTo(LetterState.SENT);
        assertThat(server.conversation(1)).contains("STARTTLS");
    }

    private LetterBench withCertificateFrom(String start, Path folder) throws Exception {
        var certificates = new Certificates(folder, start);
        server.withIdentity(certificates.ofServer()).behaving(OFFERING_PROTECTION);
        JavaMailSenderImpl account = server.account();
        account.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        account.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        account.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", certificates.ofClient().getSocketFactory());
        return new LetterBench(account, Map.of());
    }

    private void keepsUntilTheServerIsMended(LetterBench careful, String words) throws Exception {
        keeps(careful, words);

        careful.letters.deliver(first, careful.known());
        assertThat(careful.letters.find(first)).get().extracting(Letter::state).isEqualTo(LetterState.SENT);
        assertThat(server.letters()).hasSize(1);
    }

    private void keeps(LetterBench careful, String words) {
        assertThatThrownBy(() -> careful.letters.deliver(first, careful.known())).isInstanceOf(LetterNotDelivered.class);

        assertThat(server.conversation(1)).doesNotContain("MAIL");
        assertThat(careful.letters.find(first)).get().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.QUEUED);
            assertThat(letter.serverAnswer()).contains(words);
        });
    }
}
