package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.LetterPurpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What guests and inviters have typed, in the letter. */
class ForeignWordsTest {

    private static final String RIGHT_TO_LEFT_OVERRIDE = "\u202E";

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of());

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void marksTheMessageAsTheInvitersWordsAndMakesNothingInItClickable() throws Exception {
        String message = "<script>alert(1)</script> & \"quotes\"\n"
                + "<a href=\"https://evil.example\">Click</a> https://evil.example/x www.evil.example";

        Received letter = sent(bench.guest("sam@partner.example", null, saying(message)));

        assertThat(letter.html()).doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;<br")
                .doesNotContain("href=\"https://evil").doesNotContain("https://evil").doesNotContain("evil.example")
                .contains("evil.\u200Cexample");
        assertThat(letter.text())
                .contains("In the words of Adele Vance:\n\n> <script>alert(1)</script> & \"quotes\"\n> <a href=");
    }

    @Test
    void letsNoNameBeginAHeaderLine() throws Exception {
        bench.inviterIs("Adele\r\nBcc: victim@example.org\r\n\r\nVance", "adele@contoso.example");

        Received letter = sent(bench.guest("sam@partner.example", "Sam\nBcc: other@example.org",
                saying(null)));

        assertThat(letter.header("Bcc")).isNull();
        assertThat(post.envelopes()).containsExactly(List.of("sam@partner.example"));
        assertThat(letter.letter().subject())
                .isEqualTo("Adele Bcc: victim@example.org Vance invited you to collaborate with Contoso");
        assertThat(letter.to().getPersonal()).isEqualTo("Sam Bcc: other@example.org");
    }

    @Test
    void deliversEveryScriptAndLongNames() throws Exception {
        for (String name : List.of("Ålåf \"Bob\" O'Hara, Jr. <x>", "李小龍 🎉👩‍💻", "سامي الخطيب", "ש".repeat(256), "x".repeat(256),
                "🎉".repeat(128))) {
            post.letters().clear();
            bench.jdbc.sql("delete from letter").update();
            bench.inviterIs(name, "adele@contoso.example");

            Received letter = sent(bench.guest("sam@partner.example", name, saying(name)));

            assertThat(letter.letter().subject().replaceAll("[\u2068\u2069]", ""))
                    .isEqualTo(name + " invited you to collaborate with Contoso");
            assertThat(letter.to().getPersonal()).isEqualTo(name);
            assertThat(letter.text()).contains("> " + name + "\n");
        }
    }

    @Test
    void keepsARightToLeftNameFromTurningTheSubjectAround() throws Exception {
        bench.inviterIs("Adele" + RIGHT_TO_LEFT_OVERRIDE + "ecnaV", "adele@contoso.example");

        Received letter = sent(bench.guest("sam@partner.example", null));

        assertThat(letter.letter().subject()).isEqualTo("\u2068Adele" + RIGHT_TO_LEFT_OVERRIDE
                + "ecnaV\u2069 invited you to collaborate with Contoso");
    }

    private Invitation saying(String message) {
        return bench.invitation(bench.adele, message, null, List.of(), Locale.ENGLISH);
    }

    private Received sent(Guest guest) throws Exception {
        bench.knows(guest);
        bench.letters.deliver(bench.key(LetterPurpose.INVITATION), bench.known());
        return Received.of(post.letters().get(post.letters().size() - 1));
    }
}
