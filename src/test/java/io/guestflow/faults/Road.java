package io.guestflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from a node to its database, on which both can lose each other without a word, as when a machine is gone. */
final class Road implements AutoCloseable {

    private final ServerSocket door;
    private final int destination;
    private final List<Lane> lanes = new ArrayList<>();
    /** Held to the end: a socket that nobody holds is closed by the garbage collector, and that would be a word. */
    private final List<Socket> nearEnds = new ArrayList<>();
    private final ExecutorService carriers = Executors.newCachedThreadPool(Road::daemon);
    private boolean silent;

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
    public synchronized void close() throws IOException {
        door.close();
        carriers.shutdownNow();
        nearEnds.forEach(Lane::closeQuietly);
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                open(door.accept());
            } catch (IOException closedOrNobodyThere) {
                // a closed door ends the loop; without a database the caller has no answer
            }
        }
    }

    private synchronized void open(Socket near) throws IOException {
        nearEnds.add(near);
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
