package io.guestflow.benchmark;

import com.jayway.jsonpath.JsonPath;
import io.guestflow.installation.Ports;
import io.guestflow.installation.Postgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Keycloak as its makers ship it, with PostgreSQL and a realm with one organization. */
final class Keycloak implements AutoCloseable {

    private static final String ADMIN = "benchmark";
    private static final String ONE_DAY = "86400";

    private final Web web;
    private final Path log;
    private final Path program;
    private final List<String> settings;
    private final String home;
    private Process process;
    private String token;
    private String organization;

    Keycloak(Web web, Installation installation, String database) throws IOException {
        this.web = web;
        this.log = installation.folder().resolve("keycloak.log");
        this.program = program();
        int port = Ports.free();
        this.home = "http://127.0.0.1:" + port;
        this.settings = List.of("--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port, "--hostname-strict=false",
                "--db-url=" + installation.postgres().url(database), "--db-username=" + Postgres.USER, "--db-password=none");
    }

    static String version() throws IOException {
        return program().getFileName().toString().replaceFirst("keycloak-", "");
    }

    /** Once, as its guide says; the settings that are fixed then make every later start faster. */
    void build() throws Exception {
        if (run(Stream.of("build", "--db=postgres", "--cache=local")).waitFor() != 0) {
            throw new IllegalStateException("Keycloak could not be built; see " + log);
        }
    }

    /** @return seconds to the first answer */
    double start() throws IOException {
        process = run(Stream.concat(Stream.of("start", "--optimized"), settings.stream()));
        return Startup.seconds(web, process, home + "/realms/master");
    }

    Process process() {
        return process;
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void createRealm(int mailPort) {
        token = askForToken();
        send("PUT", "/admin/realms/master", json("{\"accessTokenLifespan\": %s}".formatted(ONE_DAY))).require(204);
        token = askForToken();
        send("POST", "/admin/realms", json("""
                {"realm": "guests", "enabled": true, "organizationsEnabled": true, "registrationAllowed": true,
                 "smtpServer": {"host": "127.0.0.1", "port": "%d", "from": "invitations@contoso.example"}}""".formatted(mailPort))).require(201);
        send("POST", "/admin/realms/guests/organizations", json("{\"name\": \"contoso\", \"domains\": [{\"name\": \"contoso.example\"}]}")).require(201);
        organization = JsonPath.read(send("GET", "/admin/realms/guests/organizations", null).require(200).body(), "$[0].id");
    }

    void invite(String address) {
        send("POST", "/admin/realms/guests/organizations/" + organization + "/members/invite-user", form(Map.of("email", address))).require(204);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            stop();
        }
    }

    private String askForToken() {
        return JsonPath.read(send("POST", "/realms/master/protocol/openid-connect/token", form(Map.of("grant_type", "password",
                "client_id", "admin-cli", "username", ADMIN, "password", ADMIN))).require(200).body(), "$.access_token");
    }

    private Answer send(String method, String path, HttpEntity body) {
        var request = new HttpUriRequestBase(method, URI.create(home + path));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        request.setEntity(body);
        return web.send(request);
    }

    private Process run(Stream<String> arguments) throws IOException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.resolve("bin/kc.sh").toString()), arguments).toList());
        builder.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                "JAVA_HOME", System.getProperty("java.home")));
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private static Path program() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static HttpEntity json(String text) {
        return new StringEntity(text, ContentType.APPLICATION_JSON);
    }

    private static HttpEntity form(Map<String, String> fields) {
        return new UrlEncodedFormEntity(fields.entrySet().stream().map(field -> new BasicNameValuePair(field.getKey(), field.getValue())).toList());
    }
}
