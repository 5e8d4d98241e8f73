package io.guestflow.security;

import io.guestflow.guest.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes (HMAC-SHA256) of client secrets. They need not be slow, because these secrets are long, and must not be: programs
 * show theirs all the time.
 */
@Component
class SecretHashes implements PasswordEncoder {

    private static final String CONTEXT = "client-secret";

    private final Signature signature;

    SecretHashes(Signature signature) {
        this.signature = signature;
    }

    @Override
    public String encode(CharSequence secret) {
        return HexFormat.of().formatHex(signature.sign(CONTEXT, bytes(secret)));
    }

    @Override
    public boolean matches(CharSequence secret, String hash) {
        return signature.matches(CONTEXT, bytes(secret), HexFormat.of().parseHex(hash));
    }

    private static byte[] bytes(CharSequence secret) {
        return secret.toString().getBytes(StandardCharsets.UTF_8);
    }
}
