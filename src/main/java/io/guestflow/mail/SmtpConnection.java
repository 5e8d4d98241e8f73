package io.guestflow.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the mail server, on which one letter follows another. */
class SmtpConnection {

    private final Transport transport;
    private final Socket socket;
    private int letters;

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

    /** @return the server's words of agreement */
    ServerAnswer send(KeyedMessage message) throws MessagingException {
        passOn(message);
        letters++;
        return transport instanceof SMTPTransport smtp ? new ServerAnswer(smtp.getLastReturnCode(), smtp.getLastServerResponse())
                : ServerAnswer.NONE;
    }

    /** What has been said cannot be undone by a connection that breaks while it is closed. */
    void close() {
        try {
            transport.close();
        } catch (MessagingException broken) {
            // the server's answer is known
        }
    }

    /** A refused copy must not stop the letter: it goes out once more without those who were refused. */
    private void passOn(KeyedMessage message) throws MessagingException {
        Address[] everybody = message.getAllRecipients();
        try {
            transport.sendMessage(message, everybody);
        } catch (SendFailedException failure) {
            var refusal = new Refusal(failure);
            List<Address> refused = refusal.addresses();
            if (refused.isEmpty() || refused.contains(everybody[0]) || refusal.endsConversation()) {
                throw failure;
            }
            transport.sendMessage(message, Arrays.stream(everybody).filter(address -> !refused.contains(address)).toArray(Address[]::new));
        }
    }
}
