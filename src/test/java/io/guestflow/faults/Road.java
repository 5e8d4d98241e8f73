package io.guestflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from a node to its database, on which both can lose each other without a word, as when a machine is gone. */
final class Road implements AutoCloseable {

    private final ServerSocket door;
    private final int destination;
    private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();
    private final ExecutorService carriers = Executors.newCachedThreadPool(Road::daemon);
    private volatile boolean silent;

    Road(int destination) {
        this.destination = destination;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        carriers.execute(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Nobody at the near end is told; the far end gives up what it had begun. */
    synchronized void fallSilent() {
        silent = true;
        lanes.forEach(Lane::lose);
        lanes.clear();
    }

    /** Who comes anew gets through; what was lost stays so. */
    synchronized void openAgain() {
        silent = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        carriers.shutdownNow();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                open(door.accept());
            } catch (IOException closed) {
                // the condition ends the loop
            }
        }
    }

    private synchronized void open(Socket near) throws IOException {
        if (!silent) {
            var lane = new Lane(near, new Socket(InetAddress.getLoopbackAddress(), destination));
            lanes.add(lane);
            carriers.execute(() -> lane.carry(lane.near, lane.far));
            carriers.execute(() -> lane.carry(lane.far, lane.near));
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "road");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Lane {

        private final Socket near;
        private final Socket far;
        private volatile boolean lost;

        Lane(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void carry(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                // as the end of what there is to carry
            }
            if (!lost) {
                closeQuietly(near);
                closeQuietly(far);
            }
        }

        void lose() {
            lost = true;
            closeQuietly(far);
        }

        private static void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException broken) {
                // it is closed all the same
            }
        }
    }
}
