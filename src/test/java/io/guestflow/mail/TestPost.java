package io.guestflow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that behaves as it is told. */
public class TestPost implements AutoCloseable {

    private final Map<String, Integer> refusals = new HashMap<>();
    private final List<MimeMessage> letters = new CopyOnWriteArrayList<>();
    private final List<List<String>> envelopes = new ArrayList<>();
    private final SMTPServer server;
    private int conversations;
    private int refusalOfLetters;
    private boolean hangsUp;
    private Runnable meanwhile = () -> { };

    public TestPost() {
        server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).messageHandlerFactory(Conversation::new)
                .build();
        server.start();
    }

    public TestPost refusing(String recipient, int replyCode) {
        refusals.put(recipient, replyCode);
        return this;
    }

    public TestPost refusingLetters(int replyCode) {
        refusalOfLetters = replyCode;
        return this;
    }

    public TestPost hangingUp() {
        hangsUp = true;
        return this;
    }

    /** What happens elsewhere while a letter is being taken over. */
    public TestPost meanwhile(Runnable event) {
        meanwhile = event;
        return this;
    }

    public TestPost behavingAgain() {
        meanwhile = () -> { };
        refusals.clear();
        refusalOfLetters = 0;
        hangsUp = false;
        return this;
    }

    public JavaMailSenderImpl account() {
        var account = new JavaMailSenderImpl();
        account.setHost("127.0.0.1");
        account.setPort(server.getPortAllocated());
        return account;
    }

    public List<MimeMessage> letters() {
        return letters;
    }

    List<List<String>> envelopes() {
        return envelopes;
    }

    MimeMessage onlyLetter() {
        if (letters.size() != 1) {
            throw new AssertionError(letters.size() + " letters arrived");
        }
        return letters.get(0);
    }

    public int conversations() {
        return conversations;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Conversation implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        Conversation(MessageContext context) {
            conversations++;
        }

        @Override
        public void from(String from) {
            recipients.clear();
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (refusals.containsKey(recipient)) {
                throw new RejectException(refusals.get(recipient), "no " + recipient + " here");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            meanwhile.run();
            if (hangsUp) {
                throw new DropConnectionException("gone");
            }
            if (refusalOfLetters > 0) {
                throw new RejectException(refusalOfLetters, "not now, " + recipients);
            }
            try {
                letters.add(new MimeMessage(null, new ByteArrayInputStream(data.readAllBytes())));
            } catch (MessagingException garbled) {
                throw new IOException(garbled);
            }
            envelopes.add(List.copyOf(recipients));
            return null;
        }

        @Override
        public void done() {
            // nothing is kept for the end
        }
    }
}
