package io.guestflow.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before several nodes as a proxy of an operator does: asks each whether it is ready, gives requests to the ready ones in turn,
 * and goes on to the next one only if a connection is refused – a request that has left is never sent again.
 */
public final class Balancer implements AutoCloseable {

    private final ServerSocket door;
    private final List<Node> nodes;
    private final Readiness readiness;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService porters = Executors.newCachedThreadPool(Balancer::daemon);

    /** @param port 0 for any */
    public Balancer(int port, List<Node> nodes) {
        this.nodes = nodes;
        this.readiness = new Readiness(nodes);
        try {
            door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        porters.execute(this::receive);
    }

    @Override
    public void close() throws IOException {
        door.close();
        readiness.close();
        porters.shutdownNow();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                porters.execute(() -> serve(client));
            } catch (IOException closed) {
                // the condition ends the loop
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var request = new BufferedInputStream(client.getInputStream());
            byte[] head = RequestHead.read(request).forwardedFor(client.getInetAddress()).getBytes(StandardCharsets.ISO_8859_1);
            try (Socket node = connection()) {
                node.getOutputStream().write(head);
                porters.execute(() -> copy(request, node));
                node.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException hungUp) {
            // whoever still listens sees the connection end
        }
    }

    private Socket connection() throws IOException {
        for (int attempt = 0; attempt < nodes.size(); attempt++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), readiness.oneOf(turn.getAndIncrement()).port());
            } catch (ConnectException refused) {
                // the next one
            }
        }
        throw new SocketException("no node takes connections");
    }

    private static void copy(InputStream from, Socket to) {
        try {
            from.transferTo(to.getOutputStream());
        } catch (IOException answered) {
            // the node has closed the connection after its answer
        }
    }

    static Thread daemon(Runnable work) {
        var thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    }
}
