package io.guestflow.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guestflow.guest.Listing.Place;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Signature;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Tokens with which a list is continued. Filters and places hold names and addresses, and addresses of pages end up in logs, so a token is
 * encrypted with a key made from the installation's secret (AES-256 in GCM); it is good for the list that it comes from and no other.
 */
@Component
class Continuations {

    private static final String CONTEXT = "continuation";
    /** Nonce and tag. */
    private static final int SHORTEST = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private final BytesEncryptor encryptor;

    Continuations(Signature signature) {
        this.encryptor = new AesBytesEncryptor(new SecretKeySpec(signature.sign(CONTEXT, new byte[0]), "AES"), null, CipherAlgorithm.GCM);
    }

    /** @param path of the list */
    String token(String path, Options options, Place place) {
        try {
            byte[] content = JSON.writeValueAsBytes(new Content(path, options.values(), place.keys()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(encryptor.encrypt(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Refused unless this installation has given the token for this path */
    Continuation read(String path, String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            Content content = sealed.length < SHORTEST ? Content.NONE : JSON.readValue(encryptor.decrypt(sealed), Content.class);
            if (!path.equals(content.path())) {
                throw foreign();
            }
            return new Continuation(new Options(content.options()), new Place(content.keys()));
        } catch (IOException | IllegalArgumentException | IllegalStateException notOurs) {
            throw foreign();
        }
    }

    private static Refused foreign() {
        return new Refused("$skiptoken", "invalid-token", "This comes from no list here, or from another one; begin again without it.");
    }

    /** @param place null at the beginning of the list */
    record Continuation(Options options, Place place) {
    }

    private record Content(String path, Map<String, String> options, List<String> keys) {

        private static final Content NONE = new Content(null, Map.of(), List.of());
    }
}
