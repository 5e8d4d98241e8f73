package io.guestflow.security;

import io.guestflow.guest.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/** Encrypts with a key made from the installation's secret (AES-256 in GCM), and opens what the secret before has sealed as well. */
@Component
class Sealing {

    private static final String CONTEXT = "sealing";

    private final List<BytesEncryptor> encryptors;

    Sealing(Signature signature) {
        this.encryptors = signature.signAll(CONTEXT, new byte[0]).stream().map(Sealing::encryptor).toList();
    }

    String seal(String text) {
        return Base64.getEncoder().encodeToString(encryptors.get(0).encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty if neither secret has sealed it, or it was changed since. */
    Optional<String> open(String sealed) {
        return encryptors.stream().flatMap(encryptor -> opened(encryptor, sealed)).findFirst();
    }

    /** Whether the current secret has sealed it. */
    boolean isCurrent(String sealed) {
        return opened(encryptors.get(0), sealed).findAny().isPresent();
    }

    private static Stream<String> opened(BytesEncryptor encryptor, String sealed) {
        try {
            return Stream.of(new String(encryptor.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8));
        } catch (IllegalStateException | IllegalArgumentException notSealedWithThis) {
            return Stream.empty();
        }
    }

    private static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(new SecretKeySpec(key, "AES"), null, CipherAlgorithm.GCM);
    }
}
