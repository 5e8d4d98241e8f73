package io.guestflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every letter, counts it and shows it to whoever waits for it; keeps nothing, so that it costs the least. */
final class MailServer implements AutoCloseable {

    private static final int BACKLOG = 500;

    private final ServerSocket door;
    private final AtomicLong letters = new AtomicLong();
    private volatile Reader reader = (recipient, letter) -> { };

    MailServer() {
        try {
            door = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        daemon(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    long letters() {
        return letters.get();
    }

    void show(Reader newReader) {
        reader = newReader;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon(() -> new MailConversation(client, this::take).lead());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void take(String recipient, String letter) {
        letters.incrementAndGet();
        reader.read(recipient, letter);
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whoever waits for letters. */
    interface Reader {

        /** @param letter as it came over the line */
        void read(String recipient, String letter);
    }
}
