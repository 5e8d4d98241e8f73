package io.guestflow.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gathers everything that is wrong with what came in, so that it is said at once and not one by one. */
class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** @return the checked value; null if the check refused it with an {@link IllegalArgumentException}, whose message is kept */
    <V, T> T checked(String field, Function<V, T> check, V typed) {
        try {
            return check.apply(typed);
        } catch (IllegalArgumentException refused) {
            add(field, "invalid-" + field, refused.getMessage());
            return null;
        }
    }

    void add(String field, String code, String sentence) {
        found.add(new Problem(field, code, sentence));
    }

    /** @throws Refused if anything was wrong */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(found);
        }
    }
}
