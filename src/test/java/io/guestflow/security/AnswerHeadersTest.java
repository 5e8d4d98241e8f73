package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import io.guestflow.portal.PortalBench;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** What every kind of answer tells a browser, over the wire: pages, redirects, errors, scripts, interfaces, Camunda's applications. */
@GuestflowTest
@Tag("same-on-every-database")
class AnswerHeadersTest {

    private static final Map<String, String> BY_TLS = Map.of("X-Forwarded-Proto", "https", "Accept", "text/html");
    private static final Map<String, String> AS_A_BROWSER = Map.of("Accept", "text/html");

    @Autowired
    private ProcessEngine engine;
    @LocalServerPort
    private int port;

    private Callers callers;
    private Client administrator;

    @BeforeEach
    void signIn(@Autowired MockMvc web, @Autowired AutowireCapableBeanFactory beans) {
        callers = new Callers(engine, web, beans.createBean(PortalBench.class), port);
        administrator = callers.staff(StaffRole.GLOBAL_ADMINISTRATOR.group());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/guests", "/guests/nobody", "/myapps", "/redeem/nothing", "/review", "/mailbox", "/api", "/nowhere", "/error",
        "/assets/guestflow.css", "/assets/nothing.css", "/actuator/health", "/actuator/env", "/oauth2/jwks", "/v3/api-docs", "/v1.0/users", "/v1.0/nowhere",
        "/engine-rest/engine", "/camunda/app/tasklist/tests/", "/camunda/app/nothing", "/camunda/api/engine/engine", "/camunda/favicon.ico"})
    void leaveNothingToABrowsersGuess(String path) {
        for (Client caller : List.of(new Client(port), administrator)) {
            Answer plain = caller.send("GET", path, "", AS_A_BROWSER);
            Answer byTls = caller.send("GET", path, "", BY_TLS);

            assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(plain.header("X-Frame-Options")).isIn("DENY", "SAMEORIGIN");
            assertThat(plain.header("Strict-Transport-Security")).isEmpty();
            assertThat(byTls.header("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(plain.header("Server") + plain.header("X-Powered-By")).isEmpty();
            if (plain.header("Content-Type").startsWith("text/html")) {
                assertThat(plain.header("Content-Security-Policy")).contains("base-uri '", "frame-ancestors 'none'");
                assertThat(plain.header("Referrer-Policy")).isEqualTo("no-referrer");
            }
            boolean sameForEverybody = path.startsWith("/assets/g") || path.startsWith("/camunda/app") || path.startsWith("/camunda/f");
            assertThat(sameForEverybody || plain.header("Cache-Control").contains("no-store") || plain.header("Cache-Control").contains("no-cache")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guests", "/api", "/mailbox", "/nowhere", "/myapps", "/review", "/redeem/nothing", "/v1.0/users", "/engine-rest/engine",
        "/camunda/app/tasklist/tests/", "/camunda/api/engine/engine", "/oauth2/jwks", "/assets/guestflow.css"})
    void openNoSessionForWhoeverOnlyLooks(String path) {
        assertNoSession(new Client(port).send("GET", path, "", AS_A_BROWSER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/info", "/v3/api-docs", "/v3/api-docs.yaml"})
    void openNoSessionForAProgramThatLooksAgainAndAgain(String path) {
        assertNoSession(new Client(port).get(path));
    }

    private static void assertNoSession(Answer answer) {
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("JSESSIONID") || cookie.startsWith("SESSION"));
    }

    @Test
    void keepEveryCookieToThisSiteAndToTls() {
        var somebody = new Client(port);
        List<Answer> answers = List.of(somebody.send("GET", "/guests", "", BY_TLS), somebody.send("GET", "/login", "", BY_TLS),
                somebody.send("GET", "/sign-in/any", "", BY_TLS), signedInByTls(somebody),
                somebody.send("GET", "/camunda/app/welcome/" + engine.getName() + "/", "", BY_TLS));

        List<String> cookies = answers.stream().flatMap(answer -> answer.cookies().stream()).toList();
        assertThat(cookies).extracting(cookie -> cookie.split("=")[0]).contains("JSESSIONID", "REDIRECT_URI", "guest-csrf", "XSRF-TOKEN");
        assertThat(cookies).allMatch(cookie -> cookie.matches("(?i).*; ?secure.*")).allMatch(cookie -> cookie.matches("(?i).*; ?samesite=lax.*"));
        // Camunda's scripts read their token
        assertThat(cookies).filteredOn(cookie -> !cookie.startsWith("XSRF-TOKEN=")).allMatch(cookie -> cookie.matches("(?i).*; ?httponly.*"));
    }

    /** The sign-in gives the session another name. */
    private static Answer signedInByTls(Client somebody) {
        String token = URLEncoder.encode(somebody.formToken("/login"), StandardCharsets.UTF_8);
        return somebody.send("POST", "/login", "username=%s&password=%s&_csrf=%s".formatted(StaffAccount.FIRST_ADMINISTRATOR.user(), StaffAccount.PASSWORD, token),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-Proto", "https"));
    }
}
