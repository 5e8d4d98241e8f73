package io.guestflow.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.SocketFactory;

/**
 * Makes sockets that are closed when the time of the calling thread's letter is up, whatever the other side does. The mail library's
 * own timeouts begin anew with every read, so that a server that says one word a minute would keep a letter for ever. The library
 * asks for sockets deep inside, and always in the thread that sends the letter.
 */
class DeadlineSockets extends SocketFactory {

    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, DeadlineSockets::thread);
    private final ThreadLocal<Deadline> running = new ThreadLocal<>();

    DeadlineSockets() {
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** Begins the time of the calling thread's next letter. */
    Deadline begin(Duration length) {
        var deadline = new Deadline(length, watchdog, running::remove);
        running.set(deadline);
        return deadline;
    }

    /** Null while the calling thread sends no letter: somebody else may try whether the mail server is there. */
    Deadline running() {
        return running.get();
    }

    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket();
        // a letter's last octets would wait for the acknowledgement of those before, which the other side holds back for 40 ms
        socket.setTcpNoDelay(true);
        if (running() != null) {
            running().watch(socket);
        }
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

    private Socket connected(SocketAddress remote, SocketAddress local) throws IOException {
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
}
