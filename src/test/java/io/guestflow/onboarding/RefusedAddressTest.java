package io.guestflow.onboarding;

import static io.guestflow.onboarding.OnboardingBench.asGrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.AddressCorrections;
import io.guestflow.guest.LetterPurpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Guests at whose address the mail server takes no letter. */
class RefusedAddressTest extends GuestStory {

    @Autowired
    private AddressCorrections corrections;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void asksForAnotherAddressInTheSameTransactionInWhichTheOldOneIsRefused() {
        bench.invite();
        bench.post.refusing(bench.address, 550);

        bench.run("SendInvitation");

        assertThat(bench.waitingAt()).containsExactly("UserTask_CorrectAddress", "UserTask_ReviewPermissions");
        assertThat(bench.stored().addressRejected()).isTrue();
        assertThat(bench.lettersFor(LetterPurpose.INVITER_ADDRESS_REJECTED)).hasSize(1);
    }

    @Test
    void asksNobodyTwiceForAnotherAddressWhenTheEngineForgetsTheRefusal() {
        bench.invite();
        bench.post.refusing(bench.address, 550);

        transaction.executeWithoutResult(lost -> {
            bench.run("SendInvitation");
            lost.setRollbackOnly();
        });
        bench.run("SendInvitation");

        assertThat(bench.waitingAt()).containsExactly("UserTask_CorrectAddress", "UserTask_ReviewPermissions");
        assertThat(bench.post.conversations()).isEqualTo(1);
    }

    @Test
    void sendsTheLetterToTheCorrectedAddressAndToNoOther() {
        bench.invite();
        bench.post.refusing(bench.address, 550);
        bench.run("SendInvitation");

        asGrace(() -> corrections.mend(bench.guest, "xylograph." + bench.address));
        bench.run("SendInvitation_Again");

        assertThat(bench.stored().addressRejected()).isFalse();
        assertThat(bench.stored().address().value()).startsWith("xylograph.");
        assertThat(bench.waitingAt()).containsExactly("UserTask_ReviewPermissions");
        assertThat(bench.post.letters()).hasSize(1);
    }

    @Test
    void refusesACorrectionThatIsNoAddressAndKeepsTheTask() {
        bench.invite();
        bench.post.refusing(bench.address, 550);
        bench.run("SendInvitation");

        assertThatThrownBy(() -> asGrace(() -> corrections.mend(bench.guest, "xylograph")))
                .hasMessageContaining("newAddress: This is not a mail address");

        assertThat(bench.waitingAt()).contains("UserTask_CorrectAddress");
    }
}
