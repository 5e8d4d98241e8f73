package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import io.guestflow.StaffAccount;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Over the wire, because Camunda's filters and a proxy's headers belong to the server. */
@GuestflowTest
class WebApplicationsTest {

    @Autowired
    private TestRestTemplate web;
    @Autowired
    private ProcessEngine engine;

    @ParameterizedTest
    @EnumSource
    void theOneSignInOpensCamundasInterfaceForScripts(StaffRole role) {
        ResponseEntity<String> definitions = as(role.group())
                .getForEntity("/engine-rest/engine/{engine}/process-definition/count", String.class, engine.getName());

        assertThat(definitions.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(definitions.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
        assertThat(definitions.getBody()).isEqualTo("{\"count\":%d}".formatted(role == StaffRole.GUEST_INVITER ? 1 : 4));
    }

    @Test
    void aUserOfNoGroupGetsNothing() {
        assertThat(as(null).getForEntity("/engine-rest/engine", String.class).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private TestRestTemplate as(String group) {
        return web.withBasicAuth(StaffAccount.in(group, engine.getIdentityService()).user(), StaffAccount.PASSWORD);
    }

    @Test
    void aProxyIsBelievedTheSchemeAndNoHost() {
        HttpHeaders forged = new HttpHeaders();
        forged.add("X-Forwarded-Proto", "https");
        forged.add("X-Forwarded-Host", "attacker.example");
        forged.add("X-Forwarded-Port", "4711");
        forged.add("Forwarded", "host=attacker.example");

        ResponseEntity<String> page = web.exchange("/", HttpMethod.GET, new HttpEntity<>(forged), String.class);
        ResponseEntity<String> redirect = web.exchange("/guests", HttpMethod.GET, new HttpEntity<>(forged), String.class);

        assertThat(page.getHeaders()).containsKey("Strict-Transport-Security");
        assertThat(page.getBody()).doesNotContain("attacker.example", "4711");
        assertThat(redirect.getHeaders().toString() + redirect.getBody()).doesNotContain("attacker.example", "4711");
    }

    @Test
    void behindAProxyWhoeverGuessesIsSlowedDownAndNobodyElse() {
        assertThat(isSlowedDown("198.51.100.7", GuessLimit.PER_MINUTE * 2)).isTrue();
        assertThat(isSlowedDown("203.0.113.5, 198.51.100.7", GuessLimit.PER_MINUTE)).isTrue();
        assertThat(guessFrom("198.51.100.8")).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    /** One more guess is free every second, so a slow machine needs a few more. */
    private boolean isSlowedDown(String addresses, int guesses) {
        return IntStream.range(0, guesses).anyMatch(guess -> guessFrom(addresses).equals(HttpStatus.TOO_MANY_REQUESTS));
    }

    /** @param addresses as a proxy adds the client's to what the client has claimed */
    private HttpStatusCode guessFrom(String addresses) {
        HttpHeaders guess = new HttpHeaders();
        guess.setBasicAuth("inviting-app", "a guess");
        guess.set("X-Forwarded-For", addresses);
        guess.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return web.exchange("/oauth2/token", HttpMethod.POST, new HttpEntity<>("grant_type=client_credentials", guess), String.class).getStatusCode();
    }

    @ParameterizedTest
    @CsvSource({"/assets/review.js, gzip", "/assets/guestflow.css, gzip", "/login,", "/myapps,", "/engine-rest/engine,"})
    void compressesWhatIsTheSameForEverybodyAndNoPage(String path, String encoding) {
        HttpHeaders accepting = new HttpHeaders();
        accepting.set(HttpHeaders.ACCEPT_ENCODING, "gzip");

        HttpHeaders answer = web.exchange(path, HttpMethod.GET, new HttpEntity<>(accepting), byte[].class).getHeaders();

        assertThat(answer.getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo(encoding);
    }
}
