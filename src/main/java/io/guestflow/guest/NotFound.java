package io.guestflow.guest;

/** What the caller named is not in the directory (any more); removed guests count as gone. */
public class NotFound extends RuntimeException {

    NotFound(String kind) {
        super("There is no such " + kind + ".");
    }
}
