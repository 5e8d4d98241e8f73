package io.guestflow.benchmark.moving;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which of its databases a node serves, and the door where it is told to go to another one. */
final class Place {

    private static final int NO_CONTENT = 204;
    private static final int NO_BODY = -1;

    private volatile int number;

    /** @param port of loopback, where {@code PUT /2} sends the node to the third database; it has gone there when the answer comes */
    static Place toldAt(int port) {
        var place = new Place();
        try {
            var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            door.createContext("/", exchange -> {
                place.number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
                exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
                exchange.close();
            });
            door.start();
            return place;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int number() {
        return number;
    }
}
