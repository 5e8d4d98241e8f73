package io.guestflow.installation;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that takes every letter and keeps it by recipient. */
public final class Spool implements AutoCloseable {

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final ConcurrentMap<String, List<Posted>> letters = new ConcurrentHashMap<>();
    private final SMTPServer server;

    public Spool() {
        server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).backlog(200).maxConnections(200)
                .messageHandler((context, from, to, letter) -> keep(to, letter)).build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** The recipient's letters in the order in which they arrived. */
    public List<Posted> lettersTo(String address) {
        return letters.getOrDefault(address, List.of());
    }

    public int size() {
        return letters.values().stream().mapToInt(List::size).sum();
    }

    /** The code in the newest letter with one; waits for it. */
    public String codeFor(String address) {
        return Awaitility.await("code for " + address).atMost(LONGEST_DELIVERY).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5))
                .until(() -> lettersTo(address).stream().map(Posted::code).reduce("", (earlier, later) -> later.isEmpty() ? earlier : later),
                        code -> !code.isEmpty());
    }

    /** The code that is entered at this challenge; waits for it. */
    public String codeFor(String address, String challenge) {
        return Awaitility.await("code for " + address).atMost(LONGEST_DELIVERY).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).pollInSameThread()
                .until(() -> lettersTo(address).stream().filter(letter -> letter.messageId().contains(challenge)).findFirst(), Optional::isPresent)
                .orElseThrow().code();
    }

    /** Every letter that has arrived, by recipient. */
    public Map<String, List<Posted>> letters() {
        return Map.copyOf(letters);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void keep(String recipient, byte[] letter) {
        try {
            letters.computeIfAbsent(recipient, anybody -> new CopyOnWriteArrayList<>())
                    .add(Posted.of(new MimeMessage(null, new ByteArrayInputStream(letter))));
        } catch (MessagingException | IOException garbled) {
            throw new IllegalStateException(garbled);
        }
    }
}
