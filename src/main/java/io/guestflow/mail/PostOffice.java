package io.guestflow.mail;

import io.guestflow.guest.LetterKey;
import io.guestflow.guest.LetterPostponed;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands letters over to the mail server. */
@Component
class PostOffice {

    private static final Duration FOR_THE_LOG = Duration.ofSeconds(30);

    private final JavaMailSenderImpl account;
    private final MimeLetters mime;
    private final Pace pace;
    private final Duration longest;
    private final DeadlineSockets sockets = new DeadlineSockets();
    private final SmtpPool pool;

    PostOffice(JavaMailSenderImpl account, MimeLetters mime, MailSettings settings, Pace pace) {
        this.account = account;
        this.mime = mime;
        this.pace = pace;
        this.longest = settings.deadline();
        this.pool = new SmtpPool(new SmtpConnections(account, sockets, settings.pool()), settings.pool());
    }

    /** How long a letter can be in hand while its program lives. */
    Duration longestTry() {
        return longest.plus(FOR_THE_LOG);
    }

    /** @throws LetterPostponed if it is not the letter's turn yet */
    void requireTurn(LetterKey key) {
        pace.turnOf(key).ifPresent(turn -> {
            throw new LetterPostponed(key, turn);
        });
    }

    /** @param agreed hears the server's words of agreement before anything else is done */
    void send(Sheet sheet, Consumer<ServerAnswer> agreed) throws RecipientRefused, Undelivered {
        try (Deadline deadline = sockets.begin(longest)) {
            send(sheet, deadline, agreed);
        }
    }

    @PreDestroy
    void close() {
        pool.close();
        sockets.shutDown();
    }

    private void send(Sheet sheet, Deadline deadline, Consumer<ServerAnswer> agreed) throws RecipientRefused, Undelivered {
        try {
            pool.send(mime.of(sheet, account.getSession()), deadline, agreed);
        } catch (MessagingException failure) {
            var refusal = new Refusal(failure);
            var forGood = refusal.forGood(sheet.to().header());
            if (forGood.isPresent()) {
                throw new RecipientRefused(forGood.get());
            }
            throw new Undelivered(deadline.isOver()
                    ? new ServerAnswer(0, "The mail server did not come to an end within " + longest + ".") : refusal.answer());
        }
    }
}
