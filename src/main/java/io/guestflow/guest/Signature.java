package io.guestflow.guest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with the configured secret (HMAC-SHA256, RFC 2104) and recognises what was signed with it or with the one before. */
public class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /** @param secrets the current one first */
    public Signature(List<String> secrets) {
        this.keys = secrets.stream().map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM)).toList();
    }

    /** @param context keeps signatures for one use from being taken for another */
    public byte[] sign(String context, byte[] content) {
        return sign(keys.get(0), context, content);
    }

    /** What each secret makes of the content, the current one's first: for what has to be found again by its signature. */
    public List<byte[]> signAll(String context, byte[] content) {
        return keys.stream().map(key -> sign(key, context, content)).toList();
    }

    /** Compares in constant time. */
    public boolean matches(String context, byte[] content, byte[] signature) {
        return signAll(context, content).stream().anyMatch(expected -> MessageDigest.isEqual(expected, signature));
    }

    private static byte[] sign(SecretKeySpec key, String context, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException(missingInThisJava);
        }
    }
}
