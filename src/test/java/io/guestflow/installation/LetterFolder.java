package io.guestflow.installation;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that puts the text of every letter into a file that people can read, and says where. */
final class LetterFolder implements AutoCloseable {

    private final Path folder;
    private final AtomicInteger arrived = new AtomicInteger();
    private final SMTPServer server;

    LetterFolder(Path folder) {
        this.folder = folder;
        this.server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, letter) -> keep(to, letter)).build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void keep(String recipient, byte[] letter) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(letter));
            Files.createDirectories(folder);
            Path file = folder.resolve("%03d.txt".formatted(arrived.incrementAndGet()));
            Files.writeString(file, "To: " + recipient + "\nSubject: " + message.getSubject() + "\n\n" + Posted.text(message));
            System.out.println("A letter to " + recipient + " is in " + file);
        } catch (MessagingException | IOException garbled) {
            throw new IllegalStateException(garbled);
        }
    }
}
