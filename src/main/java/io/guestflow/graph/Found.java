package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.ObjectIds;
import io.guestflow.guest.Register;
import java.util.UUID;

/** Looks up what a path names. */
final class Found {

    private Found() {
    }

    /** @throws GraphFailure unless it is there */
    static <T> T in(Register<T> register, Condition condition) {
        return register.findOne(condition).orElseThrow(Found::nothing);
    }

    /** @throws GraphFailure unless it is there */
    static <T> T in(Register<T> register, String id) {
        return in(register, Condition.equal("id", id));
    }

    static GraphFailure nothing() {
        return new GraphFailure(GraphError.of(Fault.NOT_FOUND));
    }

    /** A user by either of the two names, the id and the user principal name. */
    static Condition user(String idOrName) {
        return ObjectIds.read(idOrName).map(id -> Condition.equal("id", id)).orElseGet(() -> Condition.equal("userPrincipalName", idOrName));
    }

    /** Those who have this id in a collection of ids. */
    static Condition with(String collection, UUID id) {
        return new Condition.Has(collection, Condition.equal(Condition.ITSELF, id.toString()));
    }
}
