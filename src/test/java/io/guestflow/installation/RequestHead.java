package io.guestflow.installation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of an HTTP request before its body, each with its end. */
record RequestHead(String lines) {

    private static final String END = "\r\n\r\n";

    static RequestHead read(InputStream request) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
            int next = request.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        return new RequestHead(head.toString(StandardCharsets.ISO_8859_1));
    }

    /** One request for each connection, and the client's address where a proxy puts it. */
    String forwardedFor(InetAddress client) {
        String kept = lines.lines().filter(line -> !line.isEmpty() && !line.toLowerCase(Locale.ROOT).matches("(connection|x-forwarded-[a-z]+):.*"))
                .collect(Collectors.joining("\r\n"));
        return kept + "\r\nConnection: close\r\nX-Forwarded-Proto: http\r\nX-Forwarded-For: " + client.getHostAddress() + END;
    }
}
