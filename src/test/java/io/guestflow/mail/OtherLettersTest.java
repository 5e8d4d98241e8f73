package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.LetterPurpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class OtherLettersTest {

    private final TestPost post = new TestPost();
    private LetterBench bench = new LetterBench(post.account(), Map.of());

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void lettersWithCodesAreForgottenAfterAWeekAndOthersAreNot() {
        bench.letters.queue(bench.key(LetterPurpose.PASSCODE), bench.guest);
        bench.letters.queue(bench.key(LetterPurpose.INVITATION), bench.guest);
        bench.passes(Duration.ofDays(7));
        bench.log.deleteOldCodes();
        assertThat(bench.letters.of(bench.guest)).hasSize(2);

        bench.passes(Duration.ofSeconds(1));
        bench.log.deleteOldCodes();

        assertThat(bench.letters.of(bench.guest)).extracting(letter -> letter.key().purpose()).containsExactly(LetterPurpose.INVITATION);
    }

    @Test
    void bringsTheCodeToTheGuestAndSaysHowLongItLasts() throws Exception {
        Received letter = sent(LetterPurpose.PASSCODE);

        assertThat(post.envelopes()).containsExactly(List.of("sam@partner.example"));
        assertThat(letter.letter().subject()).isEqualTo("Your code for Contoso");
        assertThat(letter.text()).contains("\n04718253\n", "within 30 minutes");
        assertThat(letter.html()).contains(">04718253<", "within 30 minutes");
        assertThat(letter.text().replaceAll("\\b04718253\\b", "")).doesNotContainPattern("\\b\\d{8}\\b");
    }

    @ParameterizedTest
    @EnumSource(value = LetterPurpose.class, names = "INVITER_.*", mode = EnumSource.Mode.MATCH_ANY)
    void tellsTheInviterAboutTheGuestAndLeadsToThem(LetterPurpose purpose) throws Exception {
        Received letter = sent(purpose);

        assertThat(post.envelopes()).containsExactly(List.of("adele@contoso.example"));
        assertThat(letter.letter().subject()).contains("Sam Miller");
        assertThat(letter.text()).contains("Sam Miller, sam@partner.example", "http://localhost:8080/guests/" + bench.guest);
        assertThat(letter.html()).contains("Sam Miller", "sam@partner.example", "href=\"http://localhost:8080/guests/"
                + bench.guest + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void hasEveryLetterInEveryLanguageWithoutAGap(String language) throws Exception {
        bench = new LetterBench(post.account(), Map.of("guestflow.mail.language", language, "guestflow.organization.privacy-url",
                "https://contoso.example/privacy"));
        bench.knows(bench.guest("sam@partner.example", "Sam Miller", bench.invitation(bench.adele,
                "Hello Sam,\n\nthe plans are at https://plans.example.org – see you on Monday! 🎉", null, List.of(),
                Locale.forLanguageTag(language))));
        for (LetterPurpose purpose : LetterPurpose.values()) {
            Received letter = sent(purpose);
            keepForLooking(language, purpose, letter);

            assertThat(letter.text() + letter.html() + letter.letter().subject()).doesNotContain("??").doesNotContain("{0")
                    .doesNotContain(" th:");
            assertThat(letter.header("Content-Language")).isEqualTo(language);
            assertThat(letter.text()).doesNotContain("\n\n\n").doesNotStartWith("\n");
        }
    }

    private static void keepForLooking(String language, LetterPurpose purpose, Received letter) throws Exception {
        Path directory = Files.createDirectories(Path.of("target", "letters"));
        Files.writeString(directory.resolve(purpose + "-" + language + ".html"), letter.html());
        Files.writeString(directory.resolve(purpose + "-" + language + ".txt"), letter.text());
    }

    private Received sent(LetterPurpose purpose) throws Exception {
        bench.letters.deliver(bench.key(purpose), bench.known());
        return Received.of(post.letters().get(post.letters().size() - 1));
    }
}
