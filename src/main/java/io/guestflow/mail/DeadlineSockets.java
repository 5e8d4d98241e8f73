package io.guestflow.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Makes sockets that are closed when their time is up, whatever the other side does. The mail library's own timeouts begin anew
 * with every read, so that a server that says one word a minute would keep a letter for ever.
 */
class DeadlineSockets extends SocketFactory {

    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, DeadlineSockets::thread);
    private final Duration deadline;

    DeadlineSockets(Duration deadline) {
        this.deadline = deadline;
        watchdog.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Socket createSocket() {
        var socket = new WatchedSocket();
        socket.end = watchdog.schedule(socket::closeQuietly, deadline.toMillis(), TimeUnit.MILLISECONDS);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    void shutDown() {
        watchdog.shutdownNow();
    }

    private Socket connected(InetSocketAddress remote, InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        socket.bind(local);
        socket.connect(remote);
        return socket;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "letter-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    private static final class WatchedSocket extends Socket {

        private volatile Future<?> end;

        @Override
        public void close() throws IOException {
            if (end != null) {
                end.cancel(false);
            }
            super.close();
        }

        private void closeQuietly() {
            try {
                close();
            } catch (IOException alreadyBroken) {
                // it is of no use to anybody any more, which is all that was wanted
            }
        }
    }
}
