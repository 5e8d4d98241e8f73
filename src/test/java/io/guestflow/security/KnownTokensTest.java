package io.guestflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class KnownTokensTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final JwtDecoder reader = mock(JwtDecoder.class);
    private final JwtTimestampValidator validator = new JwtTimestampValidator(Duration.ZERO);
    private final KnownTokens tokens = new KnownTokens(reader, validator);

    @BeforeEach
    void anHourLasts() {
        itIs(NOON);
        when(reader.decode(anyString())).thenAnswer(call -> Jwt.withTokenValue(call.getArgument(0)).header("alg", "RS256")
                .issuedAt(NOON).expiresAt(NOON.plus(Duration.ofHours(1))).build());
    }

    @Test
    void readATokenOnce() {
        assertThat(tokens.decode("one")).isSameAs(tokens.decode("one"));

        verify(reader).decode("one");
    }

    @Test
    void tellTokensApart() {
        assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
        assertThat(tokens.decode("other").getTokenValue()).isEqualTo("other");
    }

    @Test
    void endWhenTheirTimeIsOverThoughTheyAreKnown() {
        tokens.decode("one");

        itIs(NOON.plus(Duration.ofHours(1)).plusSeconds(1));

        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void doNotRememberWhatIsNone() {
        when(reader.decode("forged")).thenThrow(new BadJwtException("signature"));

        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(JwtException.class);
        verify(reader, times(2)).decode("forged");
    }

    private void itIs(Instant time) {
        validator.setClock(Clock.fixed(time, ZoneOffset.UTC));
    }
}
