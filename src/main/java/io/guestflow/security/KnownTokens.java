package io.guestflow.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers tokens whose signature was found right, because a program shows the same one with every request. What may change
 * with the time is looked at each time.
 */
class KnownTokens implements JwtDecoder {

    private static final int MOST = 1_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JwtDecoder reader;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * @param reader    checks the signature
     * @param validator checks the rest
     */
    KnownTokens(JwtDecoder reader, OAuth2TokenValidator<Jwt> validator) {
        this.reader = reader;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        Jwt read = known.get(token, reader::decode);
        OAuth2TokenValidatorResult result = validator.validate(read);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not valid.", result.getErrors());
        }
        return read;
    }
}
