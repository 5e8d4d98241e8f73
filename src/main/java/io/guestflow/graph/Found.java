package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Register;
import java.util.UUID;

/** Looks up what a path names. */
final class Found {

    private Found() {
    }

    /** @throws GraphFailure unless it is there */
    static <T> T in(Register<T> register, Condition condition) {
        return register.findOne(condition).orElseThrow(() -> new GraphFailure(GraphError.of(Fault.NOT_FOUND)));
    }

    /** @throws GraphFailure unless it is there */
    static <T> T in(Register<T> register, String id) {
        return in(register, Condition.equal("id", id));
    }

    /** A user by either of the two names, the id and the user principal name. */
    static Condition user(String idOrName) {
        try {
            return Condition.equal("id", UUID.fromString(idOrName).toString());
        } catch (IllegalArgumentException principalName) {
            return Condition.equal("userPrincipalName", idOrName);
        }
    }

    /** Those who have this id in a collection of ids. */
    static Condition with(String collection, UUID id) {
        return new Condition.Has(collection, Condition.equal(Condition.ITSELF, id.toString()));
    }
}
