package io.guestflow.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs access tokens. It is drawn once and kept, encrypted, in the database: a restart voids no token, and all nodes
 * use the same.
 */
@Component
@Conditional(NoExternalIssuer.class)
class SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SigningKey(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Draws the key where there is none yet, and seals it anew where the secret has changed. */
    RSAKey current() {
        String sealed = stored().orElseGet(this::add);
        Optional<String> key = sealing.open(sealed);
        if (key.isEmpty()) {
            LOG.warn("The signing key of access tokens was sealed with another guestflow.ticket.secret; a new one is drawn, older tokens are void.");
            return replaced(sealed, drawn());
        }
        return sealing.isCurrent(sealed) ? read(key.get()) : replaced(sealed, key.get());
    }

    private Optional<String> stored() {
        return jdbc.sql("select sealed from signing_key where id = 1").query(String.class).optional();
    }

    /** Of nodes that start at once one is first, and the others take its key. */
    private String add() {
        try {
            jdbc.sql("insert into signing_key (id, sealed) values (1, :sealed)").param("sealed", sealing.seal(drawn())).update();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            LOG.info("Another node has drawn the signing key of access tokens.");
        }
        return stored().orElseThrow();
    }

    private RSAKey replaced(String before, String key) {
        jdbc.sql("update signing_key set sealed = :sealed where id = 1 and sealed = :before").param("sealed", sealing.seal(key))
                .param("before", before).update();
        return stored().flatMap(sealing::open).map(SigningKey::read).orElseThrow();
    }

    private static String drawn() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .generate().toJSONString();
        } catch (JOSEException missingInThisJava) {
            throw new IllegalStateException(missingInThisJava);
        }
    }

    private static RSAKey read(String key) {
        try {
            return RSAKey.parse(key);
        } catch (ParseException garbled) {
            throw new IllegalStateException("The signing key of access tokens is garbled.", garbled);
        }
    }
}
