package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Invitation;
import io.guestflow.guest.LetterPurpose;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationLetterTest {

    private final TestPost post = new TestPost();
    private LetterBench bench = new LetterBench(post.account(), Map.of("guestflow.organization.privacy-url",
            "https://contoso.example/privacy"));

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void tellsTheGuestInOrderWhoInvitesThemWhereToAndHowToAccept() throws Exception {
        Received letter = sent(bench.guest("sam@partner.example", "Sam Miller",
                invitation("Come and join us.", "https://portal.contoso.example/start", Locale.ENGLISH)));

        assertThat(letter.letter().subject()).isEqualTo("Adele Vance invited you to collaborate with Contoso");
        String[] parts = {"sent for Contoso (contoso.example)", "Adele Vance", "contoso.example", "would like to work together",
                "In the words of Adele Vance", "Come and join us.",
                "taken to https://portal.contoso.example/start", "Accept invitation",
                LetterBench.LINK.toString(), "https://contoso.example/privacy"};
        assertThat(letter.text()).containsSubsequence(parts);
        assertThat(letter.html()).containsSubsequence(parts);
        assertThat(letter.html()).containsSubsequence("href=\"" + LetterBench.LINK + "\"", "Accept invitation", ">"
                + LetterBench.LINK + "<");
    }

    @Test
    void carriesHeadersThatMailProgramsUnderstand() throws Exception {
        Received letter = sent(bench.guest("sam@partner.example", "Sam Miller"));

        assertThat(letter.from().getAddress()).isEqualTo("invitations@contoso.example");
        assertThat(letter.from().getPersonal()).isEqualTo("Contoso invitations");
        assertThat(letter.to().toUnicodeString()).isEqualTo("Sam Miller <sam@partner.example>");
        assertThat(letter.message().getReplyTo()).extracting(address -> ((InternetAddress) address).getAddress())
                .containsExactly("adele@contoso.example");
        assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letter.header("Content-Language")).isEqualTo("en");
        assertThat(letter.header("Message-ID")).isEqualTo("<" + bench.invitation + ".invitation.1@contoso.example>");
        assertThat(letter.message().getSentDate()).isEqualTo(LetterBench.NOW);
        assertThat(letter.message().isMimeType("multipart/alternative")).isTrue();
        var content = (MimeMultipart) letter.message().getContent();
        assertThat(List.of(content.getBodyPart(0).getContentType(), content.getBodyPart(1).getContentType()))
                .containsExactly("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
    }

    @Test
    void speaksTheInvitationsLanguageAndFallsBackToTheStaffs() throws Exception {
        Received german = sent(bench.guest("sam@partner.example", null, invitation(null, null, Locale.forLanguageTag("de-AT"))));
        assertThat(german.letter().subject()).isEqualTo("Adele Vance lädt Sie zur Zusammenarbeit mit Contoso ein");
        assertThat(german.html()).contains("Einladung annehmen", "lang=\"de-AT\"").contains("gilt bis 3. März 2027");
        assertThat(german.header("Content-Language")).isEqualTo("de-AT");

        bench = new LetterBench(post.account(), Map.of("guestflow.mail.language", "fr"));
        Received italian = sent(bench.guest("sam@partner.example", null, invitation(null, null, Locale.ITALIAN)));
        assertThat(italian.header("Content-Language")).isEqualTo("fr");
        assertThat(italian.text()).contains("Accepter l’invitation", "n’a pas fourni de déclaration de confidentialité");
    }

    @Test
    void tellsThatThereIsNoPrivacyStatementAndThatMyAppsComesNext() throws Exception {
        bench = new LetterBench(post.account(), Map.of());

        Received letter = sent(bench.guest("sam@partner.example", null, invitation(null, null, Locale.ENGLISH)));

        assertThat(letter.text()).contains("Contoso has not provided a privacy statement.", "taken to My Apps")
                .doesNotContain("In the words of");
        assertThat(letter.html()).contains("Contoso has not provided a privacy statement.", "taken to My Apps")
                .doesNotContain("In the words of");
    }

    @Test
    void namesTheOrganizationWhereNobodyInvitesInPerson() throws Exception {
        Received letter = sent(bench.guest("sam@partner.example", null,
                bench.invitation(null, "Hello", null, List.of(), Locale.ENGLISH)));

        assertThat(letter.letter().subject()).isEqualTo("Contoso invited you to collaborate with Contoso");
        assertThat(letter.header("Reply-To")).isNull();
        assertThat(letter.text()).contains("Message that came with the invitation:\n\n> Hello\n");
    }

    @Test
    void namesTheProgramThatStandsForTheInviter() throws Exception {
        Received letter = sent(bench.guestOfProgram("sam@partner.example", "Contoso sales", "sales@contoso.example"));

        assertThat(letter.letter().subject()).isEqualTo("Contoso sales invited you to collaborate with Contoso");
        assertThat(letter.message().getReplyTo()).extracting(address -> ((InternetAddress) address).getAddress())
                .containsExactly("sales@contoso.example");
        assertThat(letter.text()).contains("Contoso sales", "sales@contoso.example");
    }

    @Test
    void remindsAndSaysUntilWhenTheLinkWorks() throws Exception {
        bench.letters.deliver(bench.key(LetterPurpose.REMINDER), bench.known());

        Received letter = Received.of(post.onlyLetter());
        assertThat(letter.letter().subject()).isEqualTo("Reminder: Adele Vance invited you to collaborate with Contoso");
        assertThat(letter.text()).contains("This is a reminder", "The link works until March 3, 2027");
        assertThat(letter.html()).contains("This is a reminder", "The link works until March 3, 2027");
    }

    @Test
    void deliversToInternationalDomainsTagsAndUpperCase() throws Exception {
        for (Map.Entry<String, String> address : Map.of("Sam@bücher.example", "Sam@xn--bcher-kva.example",
                "sam+guest@partner.example", "sam+guest@partner.example",
                "SAM.O'Neil@Partner.Example", "SAM.O'Neil@Partner.Example").entrySet()) {
            post.envelopes().clear();
            post.letters().clear();
            bench.jdbc.sql("delete from letter").update();

            sent(bench.guest(address.getKey(), null));

            assertThat(post.envelopes()).containsExactly(List.of(address.getValue()));
        }
    }

    @Test
    void sendsCopiesOpenly() throws Exception {
        Received letter = sent(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example", "team@bücher.example"),
                        Locale.ENGLISH)));

        assertThat(letter.header("Cc")).contains("boss@partner.example", "team@xn--bcher-kva.example");
        assertThat(post.envelopes())
                .containsExactly(List.of("sam@partner.example", "boss@partner.example", "team@xn--bcher-kva.example"));
    }

    @Test
    void comesFromTheConfiguredAddress() throws Exception {
        bench = new LetterBench(post.account(), Map.of("guestflow.mail.from", "guests@mail.contoso.example",
                "guestflow.organization.name", "Contoso \"Süd\""));

        Received letter = sent(bench.guest("sam@partner.example", null));

        assertThat(letter.from().toUnicodeString())
                .isEqualTo("\"Contoso \\\"Süd\\\" invitations\" <guests@mail.contoso.example>");
    }

    private Invitation invitation(String message, String target, Locale language) {
        return bench.invitation(bench.adele, message, target, List.of(), language);
    }

    private Received sent(Guest guest) throws Exception {
        bench.knows(guest);
        bench.letters.deliver(bench.key(LetterPurpose.INVITATION), bench.known());
        return Received.of(post.letters().get(post.letters().size() - 1));
    }
}
