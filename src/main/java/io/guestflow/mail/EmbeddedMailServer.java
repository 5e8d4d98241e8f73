package io.guestflow.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.springframework.beans.factory.DisposableBean;
import org.subethamail.smtp.server.SMTPServer;

/** Takes letters over from this machine and puts them into the mailbox; it runs as long as the bean lives. */
class EmbeddedMailServer implements DisposableBean {

    private final SMTPServer server;

    EmbeddedMailServer(Mailbox mailbox) {
        server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, letter) -> put(mailbox, letter)).build();
        server.start();
    }

    String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private static void put(Mailbox mailbox, byte[] letter) {
        try {
            mailbox.put(letter);
        } catch (IOException diskFullOrReadOnly) {
            throw new UncheckedIOException(diskFullOrReadOnly);
        }
    }
}
