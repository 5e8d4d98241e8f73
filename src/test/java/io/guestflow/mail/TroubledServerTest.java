package io.guestflow.mail;

import static io.guestflow.mail.Manner.CONNECT;
import static io.guestflow.mail.Manner.END;
import static io.guestflow.mail.Manner.answering;
import static io.guestflow.mail.Manner.hangingUpAt;
import static io.guestflow.mail.Manner.leavingAfter;
import static io.guestflow.mail.Manner.resettingAt;
import static io.guestflow.mail.Manner.slowAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.Guest;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.MailAddressRejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a mail server does, no letter is lost, none is repeated that the server has confirmed, and the log says what happened. */
@Timeout(60)
class TroubledServerTest {

    /** More than the buffers of both sides hold. */
    private static final String LONG_MESSAGE = "Welcome! ".repeat(100_000);

    private final ScriptedServer server = new ScriptedServer(Manner::politely);
    private final LetterBench bench = new LetterBench(server.account(), Map.of("guestflow.mail.deadline", "PT1.5S"));
    private final LetterKey first = bench.key(LetterPurpose.INVITATION);

    @AfterEach
    void closeServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CONNECT | 421 4.3.2 too busy   | 421 4.3.2 too busy",
        "MAIL    | 421 4.3.2 going down | 421 4.3.2 going down",
        "RCPT    | 421 4.3.2 going down | 421 4.3.2 going down",
        "DATA    | 421 4.3.2 going down | 421 4.3.2 going down",
        ".       | 421 4.3.2 going down | 421 4.3.2 going down",
        "RCPT    | 450 4.2.1 greylisted | 450 4.2.1 greylisted",
        "MAIL    | 451 4.7.1 not now    | 451 4.7.1 not now",
        ".       | 452 4.3.1 disk full  | 452 4.3.1 disk full",
        ".       | 554 5.7.1 spam       | 554 5.7.1 spam"})
    void keepsALetterThatIsRefusedForNowAndTheServersWords(String command, String answer, String words) throws Exception {
        server.behaving(answering(command, answer), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).contains(words);
        leavesWithTheSecondTry();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO", "MAIL", "RCPT", "DATA", END})
    void keepsALetterWhenTheServerDropsTheLine(String command) throws Exception {
        server.behaving(hangingUpAt(command), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).isNotBlank();
        leavesWithTheSecondTry();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "MAIL", "RCPT", "DATA", END})
    void keepsALetterWhenTheServerTalksNonsense(String command) throws Exception {
        server.behaving(answering(command, "<html>I am a teapot</html>"), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).isNotBlank();
        leavesWithTheSecondTry();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "MAIL", END})
    void givesALetterUpForNowToWhichTheServerAnswersOneOctetASecond(String command) throws Exception {
        server.behaving(slowAt(command), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).contains("within PT1.5S");
        bench.letters.deliver(first, bench.known());
        assertThat(letter(first).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void givesALetterUpForNowWhichTheServerAcceptsOneOctetASecond() throws Exception {
        bench.knows(guestWithMessage(LONG_MESSAGE));
        server.hearingSlowly(true).behaving(Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).contains("within PT1.5S");
        server.hearingSlowly(false);
        // a long one takes a while even so
        bench.knows(guestWithMessage("Welcome!"));
        leavesWithTheSecondTry();
    }

    @Test
    void sendsNoSecondLetterWhenTheServerDropsTheLineAfterItsAgreement() throws Exception {
        server.behaving(leavingAfter(END), Manner::politely);

        bench.letters.deliver(first, bench.known());
        bench.letters.deliver(first, bench.known());

        assertThat(letter(first).state()).isEqualTo(LetterState.SENT);
        assertThat(letter(first).serverAnswer()).isEqualTo("250 fine");
        assertThat(server.letters()).hasSize(1);
    }

    @Test
    void keepsALetterWhoseGuestIsKnownToNobodyForTheAdminToMend() {
        server.behaving(answering("RCPT", "550 5.1.1 nobody here"));

        assertThatThrownBy(() -> bench.letters.deliver(first, bench.known())).isInstanceOf(MailAddressRejected.class);

        assertThat(letter(first).state()).isEqualTo(LetterState.REFUSED);
        assertThat(letter(first).serverAnswer()).contains("550 5.1.1 nobody here");
    }

    @Test
    void sendsTheLetterToTheGuestWhenOneCopyOfItIsRefusedForGoodAndTellsOfTheCopy() throws Exception {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("gone@partner.example"), Locale.ENGLISH)));
        server.behaving(answering("RCPT TO:<gone@", "550 5.1.1 nobody here"));

        bench.letters.deliver(first, bench.known());

        assertThat(letter(first).state()).isEqualTo(LetterState.SENT);
        assertThat(letter(first).serverAnswer()).isEqualTo("250 fine; no copy for gone@partner.example: 550 5.1.1 nobody here");
        assertThat(server.letters()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("waysToDropTheLineAfterARefusal")
    void keepsALetterWhenTheServerDropsTheLineAfterTheRefusalOfACopy(Manner dropping) throws Exception {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("gone@partner.example"), Locale.ENGLISH)));
        server.behaving(heard -> heard.startsWith("RCPT TO:<gone@") ? "550 5.1.1 nobody here" : dropping.answer(heard), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).isNotBlank();
        leavesWithTheSecondTry();
    }

    static Stream<Manner> waysToDropTheLineAfterARefusal() {
        return Stream.of(hangingUpAt("RSET"), resettingAt("RSET"));
    }

    @Test
    void doesNotTakeALeavingServerForTheRefusalOfACopy() throws Exception {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example"), Locale.ENGLISH)));
        server.behaving(answering("RCPT TO:<boss@", "421 4.3.2 going down"), Manner::politely);

        failsFirst();

        assertThat(letter(first).serverAnswer()).contains("421 4.3.2 going down");
        leavesWithTheSecondTry();
    }

    private Guest guestWithMessage(String message) {
        return bench.guest("sam@partner.example", null, bench.invitation(bench.adele, message, null, List.of(), Locale.ENGLISH));
    }

    private void failsFirst() {
        assertThatThrownBy(() -> bench.letters.deliver(first, bench.known())).isInstanceOf(LetterNotDelivered.class);
        assertThat(letter(first).state()).isEqualTo(LetterState.QUEUED);
        assertThat(server.conversations()).as("tries at once").isEqualTo(1);
    }

    private void leavesWithTheSecondTry() throws Exception {
        bench.letters.deliver(first, bench.known());

        assertThat(letter(first).state()).isEqualTo(LetterState.SENT);
        assertThat(letter(first).tries()).isEqualTo(2);
        assertThat(server.letters()).hasSize(1);
    }

    private Letter letter(LetterKey key) {
        return bench.letters.find(key).orElseThrow();
    }
}
