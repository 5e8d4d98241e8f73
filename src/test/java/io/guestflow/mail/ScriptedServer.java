package io.guestflow.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that answers as a test has written down, conversation after conversation; the last manner is kept. */
public class ScriptedServer implements AutoCloseable {

    private final ServerSocket server;
    private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> conversations = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean slowly;
    private SSLContext identity;

    public ScriptedServer(Manner... first) {
        try {
            server = new ServerSocket();
            // what it does not hear stays with the client
            server.setReceiveBufferSize(4096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        behaving(first);
        var listener = new Thread(this::listen, "scripted-server");
        listener.setDaemon(true);
        listener.start();
    }

    /** How to behave in the next conversations. */
    public ScriptedServer behaving(Manner... next) {
        manners.clear();
        manners.addAll(Arrays.asList(next));
        return this;
    }

    /** Whether it takes one octet of a letter each second. */
    ScriptedServer hearingSlowly(boolean slow) {
        slowly = slow;
        return this;
    }

    ScriptedServer withIdentity(SSLContext certificate) {
        identity = certificate;
        return this;
    }

    public JavaMailSenderImpl account() {
        var account = new JavaMailSenderImpl();
        account.setHost(server.getInetAddress().getHostAddress());
        account.setPort(server.getLocalPort());
        return account;
    }

    /** The letters that were taken over with a 250, read by the client or not. */
    public List<String> letters() {
        return letters;
    }

    public int conversations() {
        return conversations.size();
    }

    /** Everything that was said in a conversation, from 1. */
    String conversation(int number) {
        return conversations.get(number - 1);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                conversations.add("");
                int number = conversations.size();
                Manner manner = manners.size() > 1 ? manners.poll() : manners.peek();
                var talk = new Thread(() -> talk(client, manner, number), "scripted-conversation");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client, Manner manner, int number) {
        try (client) {
            Socket line = client;
            String command = Manner.CONNECT;
            while (command != null) {
                conversations.set(number - 1, conversations.get(number - 1) + command + "\n");
                String answer = manner.answer(command);
                if (!say(line, answer) || command.equals("DATA") && !takeLetter(line, manner)) {
                    return;
                }
                if (command.equals("STARTTLS") && answer.startsWith("220")) {
                    line = secured(line);
                }
                command = hear(line.getInputStream());
            }
        } catch (IOException | InterruptedException hungUp) {
            // the client has left, and the conversation is over
        }
    }

    /** @return false if the conversation is over */
    private boolean takeLetter(Socket client, Manner manner) throws IOException, InterruptedException {
        while (slowly && !over.await(1, TimeUnit.SECONDS)) {
            client.getInputStream().read();
        }
        String letter = hearLetter(client.getInputStream());
        String answer = manner.answer(Manner.END);
        if (answer.startsWith("250")) {
            letters.add(letter);
        }
        return say(client, answer);
    }

    /** @return false if the conversation is over */
    private boolean say(Socket client, String answer) throws IOException, InterruptedException {
        if (answer.equals(Manner.RESET)) {
            client.setSoLinger(true, 0);
        }
        if (answer.equals(Manner.HANG_UP) || answer.equals(Manner.RESET)) {
            return false;
        }
        boolean last = answer.endsWith(Manner.AND_HANG_UP) || answer.startsWith("421") || answer.startsWith("221");
        String words = answer.replace(Manner.SLOWLY, "").replace(Manner.AND_HANG_UP, "") + "\r\n";
        for (byte octet : words.getBytes(StandardCharsets.ISO_8859_1)) {
            client.getOutputStream().write(octet);
            if (answer.startsWith(Manner.SLOWLY) && over.await(1, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return !last;
    }

    private Socket secured(Socket plain) throws IOException {
        var secured = (SSLSocket) identity.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static String hear(InputStream client) throws IOException {
        var line = new StringBuilder();
        for (int octet = client.read(); octet != '\n'; octet = client.read()) {
            if (octet < 0) {
                return null;
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private static String hearLetter(InputStream client) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = hear(client); !Manner.END.equals(line); line = hear(client)) {
            if (line == null) {
                throw new IOException("hung up within a letter");
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }
}
