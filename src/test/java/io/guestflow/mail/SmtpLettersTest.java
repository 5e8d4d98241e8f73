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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class SmtpLettersTest {

    private static final Duration LONGEST_TRY = Duration.ofSeconds(90);

    private final TestPost post = new TestPost();
    private final LetterBench bench = new LetterBench(post.account(), Map.of());
    private final LetterKey key = bench.key(LetterPurpose.INVITATION);

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void sendsTheInvitationAndKeepsTheServersAnswer() throws Exception {
        bench.letters.queue(key, bench.guest);

        bench.letters.deliver(key);

        assertThat(post.envelopes()).containsExactly(List.of("sam@partner.example"));
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(letter().recipient()).isEqualTo("sam@partner.example");
        assertThat(letter().serverAnswer()).startsWith("250");
        assertThat(letter().tries()).isEqualTo(1);
    }

    @Test
    void sendsNothingAgainHoweverOftenTheSentLetterIsAskedFor() throws Exception {
        bench.letters.deliver(key, bench.guest);
        bench.letters.deliver(key, bench.guest);
        bench.letters.deliver(key, bench.guest);

        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void sendsNothingAgainAfterTheCallersTransactionWasRolledBack() throws Exception {
        new TransactionTemplate(bench.transactions).executeWithoutResult(transaction -> {
            deliverUnchecked();
            transaction.setRollbackOnly();
        });
        bench.letters.deliver(key, bench.guest);

        assertThat(post.letters()).hasSize(1);
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void queuesALetterOnce() {
        assertThat(bench.letters.queue(key, bench.guest)).isTrue();
        assertThat(bench.letters.queue(key, bench.guest)).isFalse();
        assertThat(bench.letters.of(bench.guest)).extracting(Letter::key).containsExactly(key);
    }

    @Test
    void rejectsAnAddressThatTheServerRefusesForGood() {
        post.refusing("sam@partner.example", 550);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(MailAddressRejected.class)
                .hasMessageContaining("550");
        assertThat(letter().state()).isEqualTo(LetterState.REFUSED);
        assertThat(letter().serverAnswer()).contains("no sam@partner.example here");
    }

    @Test
    void doesNotBotherTheServerAgainWithARefusedAddress() {
        post.refusing("sam@partner.example", 551);
        catchThrowable(() -> bench.letters.deliver(key, bench.guest));
        int before = post.conversations();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(MailAddressRejected.class)
                .hasMessageContaining("551");
        assertThat(post.conversations()).isEqualTo(before);
    }

    @Test
    void keepsALetterForLaterWhenTheAddressIsRefusedForNow() throws Exception {
        post.refusing("sam@partner.example", 451);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("451");
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);

        post.behavingAgain();
        bench.letters.deliver(key, bench.guest);
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(letter().tries()).isEqualTo(2);
    }

    @Test
    void takesAFullMailboxForTemporary() {
        post.refusing("sam@partner.example", 552);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class);
    }

    @Test
    void keepsALetterForLaterWhenTheServerRefusesItsContent() {
        post.refusingLetters(554);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("554");
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);
    }

    @Test
    void keepsALetterForLaterWhenTheServerHangsUp() throws Exception {
        post.hangingUp();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class);
        assertThat(letter().state()).isEqualTo(LetterState.QUEUED);

        post.behavingAgain();
        bench.letters.deliver(key, bench.guest);
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void keepsALetterForLaterWhenNoServerIsThere() {
        post.close();

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class)
                .hasMessageContaining("no answer");
        assertThat(letter().serverAnswer()).isNotBlank();
    }

    @Test
    void sendsTheLetterWithoutACopyThatIsRefused() throws Exception {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example", "gone@partner.example"),
                        Locale.ENGLISH)));
        post.refusing("gone@partner.example", 550);

        bench.letters.deliver(key, bench.guest);

        assertThat(post.envelopes()).containsExactly(List.of("sam@partner.example", "boss@partner.example"));
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void sendsNoCopyWhenTheGuestsAddressIsRefused() {
        bench.knows(bench.guest("sam@partner.example", null,
                bench.invitation(bench.adele, null, null, List.of("boss@partner.example"), Locale.ENGLISH)));
        post.refusing("sam@partner.example", 550);

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(MailAddressRejected.class);
        assertThat(post.letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void leavesALetterAloneThatSomebodyElseHasInHandWhateverItsOwnClockSays(int daysAhead) {
        somebodyElseTakesUp();
        bench.passes(Duration.ofDays(daysAhead));
        bench.passesForTheDatabase(LONGEST_TRY.minusSeconds(10));

        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class);
        assertThat(post.letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void sendsALetterThatADeadProgramLeftBehindWhateverItsOwnClockSays(int daysAhead) throws Exception {
        somebodyElseTakesUp();
        bench.passes(Duration.ofDays(daysAhead));
        bench.passesForTheDatabase(LONGEST_TRY.plusSeconds(1));

        bench.letters.deliver(key, bench.guest);

        assertThat(post.letters()).hasSize(1);
        assertThat(letter().tries()).isEqualTo(2);
    }

    @Test
    void sendsALetterThatTheReleaseBeforeLeftBehindAsThatOneWould() throws Exception {
        somebodyElseTakesUp();
        bench.jdbc.sql("update letter set in_hand_since = null, changed_at = dateadd(second, -80, current_timestamp)").update();
        assertThatThrownBy(() -> bench.letters.deliver(key, bench.guest)).isInstanceOf(LetterNotDelivered.class);

        bench.jdbc.sql("update letter set changed_at = dateadd(second, -91, current_timestamp)").update();
        bench.letters.deliver(key, bench.guest);

        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void hasNothingInHandAfterATry() {
        post.refusingLetters(451);

        catchThrowable(() -> bench.letters.deliver(key, bench.guest));

        assertThat(bench.jdbc.sql("select in_hand_since is null from letter").query(Boolean.class).single()).isTrue();
    }

    @Test
    void repeatsTheMessageIdWhenALetterMayHaveLeftAlready() throws Exception {
        bench.letters.deliver(key, bench.guest);
        bench.jdbc.sql("update letter set state = 'QUEUED'").update();

        bench.letters.deliver(key, bench.guest);

        assertThat(post.letters()).extracting(letter -> letter.getMessageID())
                .containsExactly("<" + bench.invitation + ".invitation.1@contoso.example>", "<" + bench.invitation
                        + ".invitation.1@contoso.example>");
    }

    @Test
    void sendsNoDroppedLetter() throws Exception {
        bench.letters.queue(key, bench.guest);
        bench.letters.dropWaiting(bench.guest);

        bench.letters.deliver(key);

        assertThat(post.letters()).isEmpty();
        assertThat(letter().state()).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void stillTellsTheInviterWhenTheGuestsLettersAreDropped() throws Exception {
        LetterKey notice = bench.key(LetterPurpose.INVITER_DECLINED);
        bench.letters.queue(notice, bench.guest);
        bench.letters.dropWaiting(bench.guest);

        bench.letters.deliver(notice);

        assertThat(post.envelopes()).containsExactly(List.of("adele@contoso.example"));
    }

    @Test
    void dropsTheLetterOfAGuestWhoIsGone() throws Exception {
        bench.letters.queue(key, bench.guest);
        bench.knows(null);

        bench.letters.deliver(key);

        assertThat(post.conversations()).isZero();
        assertThat(letter().state()).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void dropsACodeThatCannotBeUsedAnyMore() throws Exception {
        LetterKey passcode = bench.key(LetterPurpose.PASSCODE);
        bench.letters.queue(passcode, bench.guest);
        bench.passes(Duration.ofMinutes(30));

        bench.letters.deliver(passcode);

        assertThat(post.letters()).isEmpty();
        assertThat(bench.letters.find(passcode)).get().extracting(Letter::state).isEqualTo(LetterState.DROPPED);
    }

    @Test
    void dropsNewsForAnInviterWithoutAnAddress() throws Exception {
        bench.inviterIs("Adele Vance", null);
        LetterKey notice = bench.key(LetterPurpose.INVITER_ACCEPTED);
        bench.letters.queue(notice, bench.guest);

        bench.letters.deliver(notice);

        assertThat(post.letters()).isEmpty();
    }

    @Test
    void saysNothingPersonalInLogLinesAndExceptions(CapturedOutput output) {
        post.refusing("sam@partner.example", 550);
        Throwable refused = catchThrowable(() -> bench.letters.deliver(key, bench.guest));
        post.behavingAgain().refusingLetters(451);
        LetterKey second = new LetterKey(bench.invitation, LetterPurpose.INVITATION, 2);
        Throwable failed = catchThrowable(() -> bench.letters.deliver(second, bench.guest));

        assertThat(refused).hasMessageNotContaining("sam").hasNoCause();
        assertThat(failed).hasMessageNotContaining("sam").hasNoCause();
        assertThat(output.toString()).contains(key + ": REFUSED").contains(second + ": QUEUED").doesNotContainIgnoringCase("sam")
                .doesNotContain("Adele");
    }

    private void somebodyElseTakesUp() {
        bench.letters.queue(key, bench.guest);
        assertThat(bench.log.takeUp(key, "ada@analytical.example", LONGEST_TRY)).isTrue();
    }

    private Letter letter() {
        return bench.letters.find(key).orElseThrow();
    }

    private void deliverUnchecked() {
        try {
            bench.letters.deliver(key, bench.guest);
        } catch (MailAddressRejected rejected) {
            throw new IllegalStateException(rejected);
        }
    }
}
