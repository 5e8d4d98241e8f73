package io.guestflow.guest;

import java.util.stream.Stream;

/** Why a guest was taken out of the directory. */
public enum RemovalReason {

    /** Somebody of the staff asked for it. */
    REQUESTED,
    /** The invitation was withdrawn instead of correcting its address. */
    WITHDRAWN,
    /** The guest declined. */
    DECLINED,
    /** The invitation expired without an answer. */
    EXPIRED,
    /** The guest left. */
    LEFT;

    /** The reason of this name; none is given when somebody of the staff asks. @throws Refused if there is no such reason */
    public static RemovalReason of(String name) {
        return Stream.of(values()).filter(reason -> name == null ? reason == REQUESTED : reason.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refused("reason", "unknown-reason", "There is no such reason for a removal."));
    }
}
