package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String NEXT_SECRET = "another secret of at least 32 bytes";

    private final Tickets tickets = tickets(SECRET);
    private final Invitation invitation = TestGuests.invitation();

    @Test
    void theLinkLeadsToTheConfiguredHostAndIsReadAgain() {
        String link = tickets.link(invitation).toString();

        assertThat(link).startsWith("https://guests.contoso.example/redeem/");
        assertThat(tickets.read(link.substring(link.lastIndexOf('/') + 1))).contains(new Ticket(invitation.id(), invitation.generation()));
    }

    @Test
    void theLinkIsTheSameHoweverOftenItIsMade() {
        assertThat(tickets.issue(invitation)).isEqualTo(tickets.issue(invitation)).doesNotContain("=", "/", "+");
    }

    @Test
    void aNewGenerationHasAnotherLink() {
        assertThat(tickets.issue(invitation.withNextGeneration())).isNotEqualTo(tickets.issue(invitation));
    }

    @Test
    void noByteOfATicketCanBeChanged() {
        byte[] genuine = Base64.getUrlDecoder().decode(tickets.issue(invitation));

        IntStream.range(0, genuine.length).forEach(place -> {
            byte[] forged = genuine.clone();
            forged[place] ^= 1;
            assertThat(tickets.read(Base64.getUrlEncoder().withoutPadding().encodeToString(forged))).as("byte " + place).isEmpty();
        });
    }

    @Test
    void noPartOfATicketIsATicketAndNothingCanBeAddedToIt() {
        String genuine = tickets.issue(invitation);

        IntStream.range(0, genuine.length()).forEach(length -> assertThat(tickets.read(genuine.substring(0, length))).isEmpty());
        assertThat(tickets.read(genuine + "AAAA")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "../../etc/passwd", "<script>", "Ada Lovelace", "\u0000", "====", "\ud83d\ude00"})
    void whateverElseIsWrittenIntoALinkIsNoTicket(String text) {
        assertThat(tickets.read(text)).isEmpty();
    }

    @Test
    void linksSurviveOneChangeOfTheSecretAndDieWithTheNext() {
        String old = tickets.issue(invitation);

        assertThat(tickets(NEXT_SECRET, SECRET).read(old)).isPresent();
        assertThat(tickets(NEXT_SECRET).read(old)).isEmpty();
        assertThat(tickets(NEXT_SECRET, SECRET).issue(invitation)).isEqualTo(tickets(NEXT_SECRET).issue(invitation));
    }

    @Test
    void aSignatureForSomethingElseMakesNoTicket() {
        var signature = new Signature(List.of(SECRET));
        byte[] content = {1, 2, 3};

        assertThat(signature.matches("invitation", content, signature.sign("invitation", content))).isTrue();
        assertThat(signature.matches("invitation", content, signature.sign("passcode", content))).isFalse();
    }

    private static Tickets tickets(String... secrets) {
        return new Tickets(new Signature(List.of(secrets)), TestGuests.settings());
    }
}
