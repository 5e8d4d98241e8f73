package io.guestflow.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectOriginsTest {

    private final RedirectOrigins origins = RedirectOrigins.of(TestGuests.settings(
            "guestflow.invitation.redirect-urls", "https://brand.contoso.example/portal,http://localhost:3000"));

    @ParameterizedTest
    @ValueSource(strings = {"https://guests.contoso.example/", "https://guests.contoso.example", "https://guests.contoso.example:443/a?b=c#d",
            "HTTPS://Guests.Contoso.Example/", "https://brand.contoso.example/elsewhere", "http://localhost:3000/x"})
    void guestsAreTakenToTheOwnAndToAllowedOrigins(String typed) {
        assertThat(origins.allowed(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "///evil.example", "/myapps", "myapps", "javascript:alert(1)", "JavaScript://guests.contoso.example/%0aalert(1)",
            "data:text/html,x", "https:evil.example", "https:/evil.example", "https://evil.example", "http://guests.contoso.example/",
            "https://guests.contoso.example:8443/", "https://guests.contoso.example@evil.example/", "https://user@guests.contoso.example/",
            "https://guests.contoso.example:x@evil.example/", "https://guests.contoso.example.evil.example/", "https://evil.example/guests.contoso.example",
            "https://evil.example\\@guests.contoso.example/", "https://guests.contoso.example\\.evil.example/",
            "https://guests.contos\u043e.example/", "https://xn--guests-contoso.example/", "https://guests.contoso.example\r\nLocation: https://evil.example",
            "https://guests.contoso.example /", "https:// guests.contoso.example/", "https://\tguests.contoso.example/", "ftp://guests.contoso.example/",
            "http://localhost:3001/", "http://localhost/", "https://guests.contoso.example./", "https://guests.contoso.example/\ud83d", ""})
    void guestsAreTakenNowhereElse(String typed) {
        assertThatThrownBy(() -> origins.allowed(typed)).isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).endsWith(".").doesNotContain("evil"));
    }
}
