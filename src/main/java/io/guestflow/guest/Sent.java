package io.guestflow.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object that came in. What is taken out of it is checked; what nobody takes is refused by name, so that a slip is told
 * instead of swallowed. Notes about types and sources (OData JSON 4.01 section 4.5) are let pass; a binding asks for something and is not.
 */
public final class Sent {

    private static final Pattern NOTE = Pattern.compile("[^@]*@odata\\.(?!bind$).*");

    private final Map<String, Object> left;
    private final Problems problems = new Problems();

    Sent(Map<String, Object> body) {
        this.left = new LinkedHashMap<>(body);
        left.keySet().removeIf(Sent::isNote);
    }

    /** Whether the property tells of a type or source only, and so can be passed over. */
    public static boolean isNote(String property) {
        return NOTE.matcher(property).matches();
    }

    boolean has(String property) {
        return left.containsKey(property);
    }

    /** @return the checked value; null if it was not sent, is null, or was refused */
    <T> T take(String property, Function<Object, T> check) {
        return has(property) ? problems.checked(property, check, left.remove(property)) : null;
    }

    void refuse(String property, String code, String sentence) {
        left.remove(property);
        problems.add(property, code, sentence);
    }

    /** @throws Refused if anything was refused, or is left that nobody took */
    void close() {
        left.keySet().forEach(property -> problems.add(property, "unknown-property", "There is no such property, or it cannot be set."));
        problems.refuseIfAny();
    }
}
