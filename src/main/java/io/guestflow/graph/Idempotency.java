package io.guestflow.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Lets a program repeat an invitation that it is not sure of: with the same {@code Idempotency-Key} (as the IETF's draft of this name
 * has it) a guest is invited once. What is remembered lives for 24 hours and comes and goes with the invitation's transaction.
 */
@Service
class Idempotency {

    private static final int LONGEST_KEY = 255;

    private final RememberedRequests requests;
    private final TransactionTemplate transaction;
    private final ObjectWriter json;

    Idempotency(RememberedRequests requests, TransactionTemplate transaction, ObjectMapper json) {
        this.requests = requests;
        this.transaction = transaction;
        this.json = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Invites, unless the same caller has done so with this key. It makes its own transaction, and another if a request that came at
     * the same time was faster; so there must be none around it.
     *
     * @param key    the header's value, null to invite anyway
     * @param body   what came in, read or not: compared by what it is in JSON
     * @param invite takes part in one transaction with what is remembered
     * @param id     of what was made; the one thing that is remembered
     * @param again  finds what has this id
     * @return the invitation, that of before if there was one
     * @throws GraphFailure if the key is none, belongs to another body, or to a request that is still being worked on
     */
    <T> T once(String key, Object body, Supplier<T> invite, Function<T, UUID> id, Function<UUID, T> again) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "There is a transaction already.");
        if (key == null) {
            return transaction.execute(status -> invite.get());
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new GraphFailure(GraphError.of(Fault.BAD_REQUEST, "invalid-idempotency-key", "Idempotency-Key: It has 1 to 255 characters."));
        }
        String content = content(body);
        requests.forgetOld();
        try {
            return transaction.execute(status -> requests.find(key).map(known -> again.apply(same(known, content)))
                    .orElseGet(() -> invite(key, content, invite, id)));
        } catch (AlreadyUnderWay anotherWasFirst) {
            return transaction.execute(status -> requests.find(key).map(known -> again.apply(same(known, content)))
                    .orElseThrow(Idempotency::tryAgain));
        }
    }

    private <T> T invite(String key, String content, Supplier<T> invite, Function<T, UUID> id) {
        try {
            requests.begin(key, content);
        } catch (DuplicateKeyException | ConcurrencyFailureException anotherIsFirst) {
            throw new AlreadyUnderWay();
        }
        T invitation = invite.get();
        requests.finish(key, id.apply(invitation));
        return invitation;
    }

    private UUID same(RememberedRequests.Request known, String content) {
        if (!requests.isOf(known, content)) {
            throw new GraphFailure(GraphError.of(Fault.CONFLICT, "idempotency-key-reused", "Idempotency-Key: It was used for another request."));
        }
        return known.invitation();
    }

    private String content(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GraphFailure tryAgain() {
        return new GraphFailure(GraphError.of(Fault.CHANGED_MEANWHILE, "request-under-way", "The same request is still being worked on.")
                .tryAgain());
    }

    /** Ends the transaction that came second, so that another can see what the first has done. */
    private static class AlreadyUnderWay extends RuntimeException {
    }
}
