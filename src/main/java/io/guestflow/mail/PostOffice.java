package io.guestflow.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Hands letters over to the mail server, each on a connection of its own. */
@Component
class PostOffice {

    private static final Duration FOR_THE_LOG = Duration.ofSeconds(30);

    private final JavaMailSenderImpl account;
    private final MimeLetters mime;
    private final Duration deadline;
    private final DeadlineSockets sockets;

    PostOffice(JavaMailSenderImpl account, MimeLetters mime, MailSettings settings) {
        this.account = account;
        this.mime = mime;
        this.deadline = settings.deadline();
        this.sockets = new DeadlineSockets(deadline);
        Stream.of("smtp", "smtps").forEach(this::prepare);
    }

    /** How long a letter can be in hand while its program lives. */
    Duration longestTry() {
        return deadline.plus(FOR_THE_LOG);
    }

    /** @return the server's words of agreement */
    ServerAnswer send(Sheet sheet) throws RecipientRefused, Undelivered {
        long start = System.nanoTime();
        try {
            return handOver(mime.of(sheet, account.getSession()));
        } catch (MessagingException failure) {
            var refusal = new Refusal(failure);
            var forGood = refusal.forGood(sheet.to().header());
            if (forGood.isPresent()) {
                throw new RecipientRefused(forGood.get());
            }
            boolean late = System.nanoTime() - start >= deadline.toNanos();
            throw new Undelivered(late
                    ? new ServerAnswer(0, "The mail server did not come to an end within " + deadline + ".") : refusal.answer());
        }
    }

    @PreDestroy
    void close() {
        sockets.shutDown();
    }

    private ServerAnswer handOver(MimeMessage message) throws MessagingException {
        Transport connection = connection();
        try {
            passOn(connection, message);
            return connection instanceof SMTPTransport smtp
                    ? new ServerAnswer(smtp.getLastReturnCode(), smtp.getLastServerResponse()) : ServerAnswer.NONE;
        } finally {
            closeQuietly(connection);
        }
    }

    private Transport connection() throws MessagingException {
        Session session = account.getSession();
        Transport transport = account.getProtocol() == null ? session.getTransport()
                : session.getTransport(account.getProtocol());
        String user = StringUtils.hasLength(account.getUsername()) ? account.getUsername() : null;
        transport.connect(account.getHost(), account.getPort(), user, user == null ? null : account.getPassword());
        return transport;
    }

    /** A refused copy must not stop the letter: it goes out once more without those who were refused. */
    private static void passOn(Transport connection, MimeMessage message) throws MessagingException {
        List<Address> everybody = List.of(message.getAllRecipients());
        try {
            connection.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException failure) {
            List<Address> refused = new Refusal(failure).addresses();
            if (refused.isEmpty() || refused.contains(everybody.get(0))) {
                throw failure;
            }
            connection.sendMessage(message, everybody.stream().filter(address -> !refused.contains(address))
                    .toArray(Address[]::new));
        }
    }

    /** What has been said cannot be undone by a connection that breaks while it is closed. */
    private static void closeQuietly(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException broken) {
            // the server's answer is known
        }
    }

    private void prepare(String protocol) {
        var properties = account.getSession().getProperties();
        properties.put("mail." + protocol + ".socketFactory", sockets);
        properties.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        properties.setProperty("mail." + protocol + ".sendpartial", "false");
        properties.setProperty("mail." + protocol + ".quitwait", "false");
    }
}
