package io.guestflow.portal;

import io.guestflow.guest.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Turns codes, tokens and addresses into what may be stored: their keyed hash (HMAC-SHA256) in hexadecimal. */
@Component
class Digest {

    private final Signature signature;

    Digest(Signature signature) {
        this.signature = signature;
    }

    String of(String context, String secret) {
        return HexFormat.of().formatHex(signature.sign(context, bytes(secret)));
    }

    /** Compares in constant time; hashes of the secret before still match. */
    boolean matches(String context, String secret, String hash) {
        return signature.matches(context, bytes(secret), HexFormat.of().parseHex(hash));
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
