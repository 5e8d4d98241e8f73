package io.guestflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as browsers and programs reach it, its jobs running; all of its tests share one start. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {"camunda.bpm.job-execution.enabled=true",
    "camunda.bpm.job-execution.wait-time-in-millis=500", "camunda.bpm.job-execution.max-wait=500", "camunda.bpm.process-engine-name=default",
    "guestflow.mailbox.directory=target/mail/${random.uuid}"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
abstract class StartedApplication {

    private static final int PORT = freePort();
    static final String HOME = "http://localhost:" + PORT;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("guestflow.base-url", () -> HOME);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
