package io.guestflow.graph;

import io.guestflow.guest.Actor;
import io.guestflow.guest.Caller;
import io.guestflow.guest.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requests with an {@code Idempotency-Key}, for as long as they may be repeated. Caller, key and body are kept as keyed hashes only: a
 * program may have made its key from an address.
 */
@Repository
class RememberedRequests {

    static final Duration MEMORY = Duration.ofHours(24);
    private static final String REQUEST = "idempotent-request";
    private static final String BODY = "idempotent-body";

    private final JdbcClient jdbc;
    private final Signature signature;
    private final Caller caller;
    private final Clock clock;

    RememberedRequests(JdbcClient jdbc, Signature signature, Caller caller, Clock clock) {
        this.jdbc = jdbc;
        this.signature = signature;
        this.caller = caller;
        this.clock = clock;
    }

    void forgetOld() {
        jdbc.sql("delete from idempotent_request where created_at < :longAgo")
                .param("longAgo", clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC)).update();
    }

    /** What the current caller has done with this key. */
    Optional<Request> find(String key) {
        return jdbc.sql("select body_hash, invitation_id from idempotent_request where request_hash in (:hashes)").param("hashes", hashes(key))
                .query((row, number) -> new Request(row.getString("body_hash"), row.getObject("invitation_id", UUID.class))).optional();
    }

    boolean isOf(Request request, String body) {
        return signature.matches(BODY, bytes(body), HexFormat.of().parseHex(request.bodyHash()));
    }

    /** Keeps others with the same key waiting until the transaction ends. */
    void begin(String key, String body) {
        jdbc.sql("insert into idempotent_request (request_hash, body_hash, created_at) values (:request, :body, :created)")
                .param("request", hashes(key).get(0)).param("body", HexFormat.of().formatHex(signature.sign(BODY, bytes(body))))
                .param("created", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    void finish(String key, UUID invitation) {
        jdbc.sql("update idempotent_request set invitation_id = :invitation where request_hash = :request")
                .param("invitation", invitation).param("request", hashes(key).get(0)).update();
    }

    /** With each secret, the current one's first. */
    private List<String> hashes(String key) {
        Actor actor = caller.current();
        return signature.signAll(REQUEST, bytes(actor.kind() + "\n" + actor.name() + "\n" + key)).stream()
                .map(HexFormat.of()::formatHex).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param bodyHash of what was asked for */
    record Request(String bodyHash, UUID invitation) {
    }
}
