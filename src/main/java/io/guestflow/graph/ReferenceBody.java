package io.guestflow.graph;

import io.guestflow.guest.Reference;
import io.guestflow.guest.Refused;
import java.util.Map;
import java.util.Set;

/** The body of a {@code $ref} request: nothing but an {@code @odata.id}. */
final class ReferenceBody {

    private static final String ID = "@odata.id";

    private ReferenceBody() {
    }

    /** @throws Refused if anything else is in there, or nothing that could be looked up */
    static Reference read(Map<String, Object> body) {
        if (!body.keySet().equals(Set.of(ID))) {
            throw new Refused(ID, "invalid-reference", "A reference holds this property, and no other.");
        }
        return Reference.of(body.get(ID));
    }
}
