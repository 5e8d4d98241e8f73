package io.guestflow.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the mail server, on which one letter follows another. */
class SmtpConnection {

    private final Transport transport;
    private final Socket socket;
    private int letters;
    private boolean sound = true;

    SmtpConnection(Transport transport, Socket socket) {
        this.transport = transport;
        this.socket = socket;
    }

    Socket socket() {
        return socket;
    }

    /** How many letters the server has taken over on this connection. */
    int letters() {
        return letters;
    }

    /** Whether it can carry another letter: after a failure nobody knows where the conversation stands. */
    boolean isSound() {
        return sound;
    }

    /** @return the server's words of agreement, and those about copies that it has refused */
    ServerAnswer send(KeyedMessage message) throws MessagingException {
        sound = false;
        Optional<Refusal> ofCopies = passOn(message);
        letters++;
        sound = true;
        ServerAnswer agreement = transport instanceof SMTPTransport smtp
                ? new ServerAnswer(smtp.getLastReturnCode(), smtp.getLastServerResponse()) : ServerAnswer.NONE;
        return ofCopies.map(Refusal::byAddress).map(agreement::and).orElse(agreement);
    }

    /** What has been said cannot be undone by a connection that breaks while it is closed. */
    void close() {
        try {
            transport.close();
        } catch (MessagingException broken) {
            // the server's answer is known
        }
    }

    /**
     * A refused copy must not stop the letter: it goes out once more without those who were refused.
     *
     * @return the refusal of copies, if there was any
     */
    private Optional<Refusal> passOn(KeyedMessage message) throws MessagingException {
        Address[] everybody = message.getAllRecipients();
        try {
            transport.sendMessage(message, everybody);
            return Optional.empty();
        } catch (SendFailedException failure) {
            var refusal = new Refusal(failure);
            List<Address> refused = refusal.addresses();
            if (refused.isEmpty() || refused.contains(everybody[0]) || refusal.endsConversation()) {
                throw failure;
            }
            sendAgain(message, Arrays.stream(everybody).filter(address -> !refused.contains(address)).toArray(Address[]::new));
            return Optional.of(refusal);
        }
    }

    /** The library closes a connection that breaks while it clears away after a refusal, and tells only whoever uses it next. */
    private void sendAgain(KeyedMessage message, Address[] others) throws MessagingException {
        try {
            transport.sendMessage(message, others);
        } catch (IllegalStateException closed) {
            throw new MessagingException("The mail server broke the line off after it had refused a copy.");
        }
    }
}
