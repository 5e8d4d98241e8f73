package io.guestflow.graph;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** An issuer of access tokens somewhere else, as OpenID Connect Discovery finds it. */
class Issuer implements AutoCloseable {

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final HttpServer server;
    private final RSAKey key = newKey();
    private boolean outOfOrder;

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange,
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(address(), address())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString()));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String token(Consumer<JwtClaimsSet.Builder> claims) {
        return token(key, claims);
    }

    /** Its reader has to fetch the keys first. */
    String tokenOfANewKey() {
        return token(newKey(), claims -> { });
    }

    /** Until it is closed no key can be fetched. */
    AutoCloseable outOfOrder() {
        outOfOrder = true;
        return () -> outOfOrder = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String token(RSAKey signing, Consumer<JwtClaimsSet.Builder> claims) {
        var builder = JwtClaimsSet.builder().issuer(address()).subject("somebody").issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(60));
        claims.accept(builder);
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signing))).encode(JwtEncoderParameters.from(builder.build())).getTokenValue();
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(outOfOrder ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException missingInThisJava) {
            throw new IllegalStateException(missingInThisJava);
        }
    }
}
