package io.guestflow.mail;

import io.guestflow.guest.Directory;
import io.guestflow.guest.Guest;
import io.guestflow.guest.GuestId;
import io.guestflow.guest.Letter;
import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterNotDelivered;
import io.guestflow.guest.LetterState;
import io.guestflow.guest.Letters;
import io.guestflow.guest.MailAddressRejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends letters by SMTP; what becomes of each is committed at once, whatever becomes of the caller's transaction: every entry about a try
 * is a single statement, on a connection of its own that commits by itself.
 */
@Service
class SmtpLetters implements Letters {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLetters.class);

    /**
     * Long enough for a restart of the database. The last time may wait ten seconds for a connection, in which the letter is still in hand
     * ({@link PostOffice#longestTry}). A database that vanishes without a word takes {@code socketTimeout} of it, and perhaps all.
     */
    private static final Duration TOLD_AGAIN_FOR = Duration.ofSeconds(15);

    private final DispatchLog log;
    private final LetterWriter writer;
    private final PostOffice postOffice;
    private final Directory directory;
    private final TransactionTemplate atOnce;

    SmtpLetters(DispatchLog log, LetterWriter writer, PostOffice postOffice, Directory directory, PlatformTransactionManager transactions) {
        this.log = log;
        this.writer = writer;
        this.postOffice = postOffice;
        this.directory = directory;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public boolean queue(LetterKey key, GuestId guest) {
        return log.add(key, guest);
    }

    @Override
    public void deliver(LetterKey key, Guest guest) throws MailAddressRejected {
        deliver(key, guest, log.find(key).orElse(null));
    }

    @Override
    public void deliver(LetterKey key) throws MailAddressRejected {
        Letter queued = log.find(key).orElse(null);
        Guest guest = queued == null ? null : directory.find(queued.guest()).orElse(null);
        if (guest != null) {
            deliver(key, guest, queued);
        } else if (queued != null && queued.isWaiting()) {
            drop(key);
        }
    }

    private void deliver(LetterKey key, Guest guest, Letter noted) throws MailAddressRejected {
        if (noted != null && noted.state() == LetterState.REFUSED) {
            throw new MailAddressRejected(key, log.replyCode(key));
        }
        if (noted == null || noted.isWaiting()) {
            Optional<Sheet> sheet = written(key, guest, noted);
            if (sheet.isEmpty()) {
                drop(key);
            } else {
                if (noted == null) {
                    atOnce.executeWithoutResult(status -> log.add(key, guest.id()));
                }
                send(key, sheet.get());
            }
        }
    }

    private void drop(LetterKey key) {
        atOnce.executeWithoutResult(status -> log.close(key, LetterState.DROPPED, ServerAnswer.NONE));
    }

    @Override
    public Optional<Letter> find(LetterKey key) {
        return log.find(key);
    }

    @Override
    public List<Letter> of(GuestId guest) {
        return log.of(guest);
    }

    @Override
    public void giveUp(LetterKey key) {
        if (log.move(key, LetterState.QUEUED, LetterState.GIVEN_UP)) {
            LOG.warn("Letter {}: no try is left", key);
        }
    }

    @Override
    public void goOn(LetterKey key) {
        log.move(key, LetterState.GIVEN_UP, LetterState.QUEUED);
    }

    @Override
    public void takeBack() {
        log.takeBack();
    }

    @Override
    public Duration longestTry() {
        return postOffice.longestTry();
    }

    @Override
    public void dropWaiting(GuestId guest) {
        log.dropWaiting(guest);
    }

    private Optional<Sheet> written(LetterKey key, Guest guest, Letter noted) {
        try {
            return writer.write(key, guest, noted);
        } catch (Undelivered unwritable) {
            atOnce.executeWithoutResult(status -> log.add(key, guest.id()));
            close(key, LetterState.QUEUED, unwritable.answer());
            throw new LetterNotDelivered(key, 0);
        }
    }

    private void send(LetterKey key, Sheet sheet) throws MailAddressRejected {
        postOffice.requireTurn(key);
        if (!takenUp(key, sheet)) {
            throw new LetterNotDelivered(key, 0);
        }
        try {
            postOffice.send(sheet, agreement -> note(key, LetterState.SENT, agreement));
        } catch (RecipientRefused refused) {
            note(key, LetterState.REFUSED, refused.answer());
            throw new MailAddressRejected(key, refused.answer().code());
        } catch (Undelivered undelivered) {
            close(key, LetterState.QUEUED, undelivered.answer());
            throw new LetterNotDelivered(key, undelivered.answer().code());
        }
    }

    private boolean takenUp(LetterKey key, Sheet sheet) {
        return Boolean.TRUE.equals(atOnce.execute(status -> log.takeUp(key, sheet.recipient().value(), postOffice.longestTry())));
    }

    /** Notes a letter's end, which is known nowhere else, so that a database that is away for a moment is told again. */
    private void note(LetterKey key, LetterState end, ServerAnswer answer) {
        long answered = System.nanoTime();
        while (true) {
            try {
                close(key, end, answer);
                return;
            } catch (DataAccessException away) {
                if (System.nanoTime() - answered > TOLD_AGAIN_FOR.toNanos() || !paused()) {
                    throw away;
                }
            }
        }
    }

    /** @return false if this thread is to come to its end */
    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void close(LetterKey key, LetterState state, ServerAnswer answer) {
        atOnce.executeWithoutResult(status -> log.close(key, state, answer));
        LOG.info("Letter {}: {}", key, state);
    }
}
