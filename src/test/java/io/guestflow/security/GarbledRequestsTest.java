package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only the server itself sees: requests that no browser makes and every scanner does. */
@GuestflowTest
@ExtendWith(OutputCaptureExtension.class)
class GarbledRequestsTest {

    private static final String FORM = "POST /sign-in HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n";
    private static final String FILES = "POST /sign-in HTTP/1.1\nContent-Type: multipart/form-data";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /v1.0/users?$filter={ada@analytical.example} HTTP/1.1\n\n",
        "GET /redeem/ada@analytical.example\u0001 HTTP/1.1\n\n",
        "GET /myapps HTTP/1.1\nCookie: guest=\"ada@analytical.example; a b\u0001=c\n\n",
        "GET /myapps HTTP/1.1\nBad Header: ada@analytical.example\n\n",
        "GET /myapps HTTP/1.1\nHost: ada@analytical.example:x\n\n",
        FORM + "Content-Length: 33\n\naddress=ada@analytical.example%zz",
        FILES + "\nContent-Length: 26\n\naddress=ada@analytical.exa",
        FILES + "; boundary=x\nContent-Length: 26\n\n--x\nada@analytical.example"})
    void areRefusedAndLeaveNothingPersonalInTheLog(String request, CapturedOutput output) throws IOException {
        assertThat(answer(request)).startsWith("HTTP/1.1 4");

        assertThat(output).doesNotContain("analytical", "\tat ");
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String host = request.contains("Host: ") ? "" : "Host: localhost\n";
            socket.getOutputStream().write(request.replaceFirst("\n", "\n" + host + "Connection: close\n").replace("\n", "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
