package io.guestflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.MailAddressRejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that leave, once each, and what is kept and told of them. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("database")
class SmtpLettersTest {

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
    void queuesALetterOnce() {
        assertThat(bench.letters.queue(key, bench.guest)).isTrue();
        assertThat(bench.letters.queue(key, bench.guest)).isFalse();
        assertThat(bench.letters.of(bench.guest)).extracting(Letter::key).containsExactly(key);
    }

    @Test
    void sendsNothingAgainHoweverOftenTheSentLetterIsAskedFor() throws Exception {
        bench.letters.deliver(key, bench.known());
        bench.letters.deliver(key, bench.known());
        bench.letters.deliver(key, bench.known());

        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void sendsNothingAgainAfterTheCallersTransactionWasRolledBack() throws Exception {
        new TransactionTemplate(bench.transactions).executeWithoutResult(transaction -> {
            deliverUnchecked();
            transaction.setRollbackOnly();
        });
        bench.letters.deliver(key, bench.known());

        assertThat(post.letters()).hasSize(1);
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void repeatsTheMessageIdWhenALetterMayHaveLeftAlready() throws Exception {
        bench.letters.deliver(key, bench.known());
        bench.jdbc.sql("update letter set state = 'QUEUED'").update();

        bench.letters.deliver(key, bench.known());

        assertThat(post.letters()).extracting(letter -> letter.getMessageID())
                .containsExactly("<" + bench.invitation + ".invitation.1@contoso.example>", "<" + bench.invitation
                        + ".invitation.1@contoso.example>");
    }

    @Test
    void saysNothingPersonalInLogLinesAndExceptions(CapturedOutput output) {
        post.refusing("sam@partner.example", 550);
        Throwable refused = catchThrowable(() -> bench.letters.deliver(key, bench.known()));
        post.behavingAgain().refusingLetters(451);
        LetterKey second = new LetterKey(bench.invitation, LetterPurpose.INVITATION, 2);
        Throwable failed = catchThrowable(() -> bench.letters.deliver(second, bench.known()));

        assertThat(refused).hasMessageNotContaining("sam").hasNoCause();
        assertThat(failed).hasMessageNotContaining("sam").hasNoCause();
        assertThat(output.toString()).contains(key + ": REFUSED").contains(second + ": QUEUED").doesNotContainIgnoringCase("sam")
                .doesNotContain("Adele");
    }

    private Letter letter() {
        return bench.letters.find(key).orElseThrow();
    }

    private void deliverUnchecked() {
        try {
            bench.letters.deliver(key, bench.known());
        } catch (MailAddressRejected rejected) {
            throw new IllegalStateException(rejected);
        }
    }
}
