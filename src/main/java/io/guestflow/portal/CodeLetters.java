package io.guestflow.portal;

import io.guestflow.guest.GuestId;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPurpose;
import io.guestflow.guest.Letters;
import io.guestflow.guest.Onboarding;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Queues the letters with codes after the request that asked for them, so that its answer takes as long for an unknown address. */
@Component
class CodeLetters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CodeLetters.class);
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final Letters letters;
    private final Onboarding onboarding;
    private final TransactionTemplate transactions;
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> new Thread(task, "code-letters"));

    CodeLetters(Letters letters, Onboarding onboarding, TransactionTemplate transactions) {
        this.letters = letters;
        this.onboarding = onboarding;
        this.transactions = transactions;
    }

    /** Mails the code once the caller's transaction has committed. Should the program die in between, the guest asks once more. */
    void mail(UUID passcode, GuestId guest) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                later.execute(() -> queueOrTell(passcode, guest));
            }
        });
    }

    /** Finishes what was begun. */
    @Override
    public void destroy() throws InterruptedException {
        later.shutdown();
        later.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    private void queueOrTell(UUID passcode, GuestId guest) {
        try {
            transactions.executeWithoutResult(status -> queue(passcode, guest));
        } catch (RuntimeException failed) {
            LOG.warn("The letter with code {} could not be queued; guest {} can ask for another:", passcode, guest, failed);
        }
    }

    private void queue(UUID passcode, GuestId guest) {
        var key = new LetterKey(passcode, LetterPurpose.PASSCODE, 1);
        letters.queue(key, guest);
        onboarding.deliver(key);
    }
}
