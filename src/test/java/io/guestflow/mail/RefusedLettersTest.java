package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.MailAddressRejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Letters that the server does not take: for good, for now, or because it is not there. */
@Tag("database")
class RefusedLettersTest {

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of());
    private final LetterKey key = bench.key(LetterPurpose.INVITATION);

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void rejectsAnAddressThatTheServerRefusesForGood() {
        post.refusing("sam@partner.example", 550);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(MailAddressRejected.class)
                .hasMessageContaining("550");
        assertThat(letter().state()).isEqualTo(LetterState.REFUSED);
        assertThat(letter().serverAnswer()).contains("no sam@partner.example here");
    }

    @Test
    void doesNotBotherTheServerAgainWithARefusedAddress() {
        post.refusing("sam@partner.example", 551);
        catchThrowable(() -> bench.letters.deliver(key, bench.known()));
        int before = post.conversations();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(MailAddressRejected.class)
                .hasMessageContaining("551");
        assertThat(post.conversations()).isEqualTo(before);
    }

    @Test
    void keepsALetterForLaterWhenTheAddressIsRefusedForNow() throws Exception {
        post.refusing("sam@partner.example", 451);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("451");
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);

        post.behavingAgain();
        bench.letters.deliver(key, bench.known());
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(letter().tries()).isEqualTo(2);
    }

    @Test
    void takesAFullMailboxForTemporary() {
        post.refusing("sam@partner.example", 552);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class);
    }

    @Test
    void keepsALetterForLaterWhenTheServerRefusesItsContent() {
        post.refusingLetters(554);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("554");
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);
    }

    @Test
    void keepsALetterForLaterWhenTheServerHangsUp() throws Exception {
        post.hangingUp();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class);
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);

        post.behavingAgain();
        bench.letters.deliver(key, bench.known());
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void keepsALetterForLaterWhenNoServerIsThere() {
        post.close();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("no answer");
        assertThat(letter().serverAnswer()).isNotBlank();
    }

    @Test
    void sendsTheLetterWithoutACopyThatIsRefused() throws Exception {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example", "gone@partner.example"),
                        Locale.ENGLISH)));
        post.refusing("gone@partner.example", 550);

        bench.letters.deliver(key, bench.known());

        assertThat(post.envelopes()).containsExactly(List.of("sam@partner.example", "boss@partner.example"));
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void sendsNoCopyWhenTheGuestsAddressIsRefused() {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example"), Locale.ENGLISH)));
        post.refusing("sam@partner.example", 550);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.known())).isInstanceOf(MailAddressRejected.class);
        assertThat(post.letters()).isEmpty();
    }

    private Letter letter() {
        return bench.letters.find(key).orElseThrow();
    }
}
